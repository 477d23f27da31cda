/** The entries of a list as an officer looks for them: what needs this person first, then the rest. */
import type { ContentType } from '#src/schema/index.ts';
import { entryPictureOf } from '#src/model/sections.ts';

/** A state of a change, by the name that Decap gives it. */
export type DraftStatus = 'draft' | 'pending_review' | 'pending_publish';

/** What the server says of a draft beside its state and its text. */
export interface DraftFacts {
  /** Whether the person who is logged in wrote part of it. */
  isMine: boolean;
  /** Whether it was sent back and nobody has taken it further. */
  isSentBack: boolean;
  /** ISO 8601: when it publishes by itself. */
  publishAt?: string | undefined;
  /** By action: why this person may not do it now. */
  reasons: { approve?: string | undefined; publish?: string | undefined };
}

export interface ListedEntry {
  collection: string;
  slug: string;
  data: Readonly<Record<string, unknown>>;
  /** Of its draft, where it has one. */
  draft?: {
    status: DraftStatus;
    /** Names of everybody who wrote part of it. */
    authors: string;
    facts: DraftFacts | undefined;
  };
}

/** By what the list is divided, in this order. */
export const sections = {
  back: 'Bị trả lại, cần bạn sửa',
  toReview: 'Chờ bạn duyệt',
  toPublish: 'Chờ bạn đăng',
  mine: 'Bạn đang làm',
  others: 'Người khác đang làm',
  rest: 'Đang đăng',
} as const;
export type Section = keyof typeof sections;

/** Where an entry stands, by a name for machines, in the order of a choice list. */
export const standings = {
  back: 'Bị trả lại',
  draft: 'Bản nháp',
  review: 'Chờ duyệt',
  ready: 'Đã duyệt',
  scheduled: 'Hẹn giờ đăng',
  live: 'Đang đăng',
  withdrawn: 'Đã gỡ',
} as const;
export type Standing = keyof typeof standings;

export interface Row {
  key: string;
  address: string;
  title: string;
  section: Section;
  standing: Standing;
  axis?: string;
  unit?: string;
  kind?: string;
  /** Days, `YYYY-MM-DD`. */
  published?: string;
  reviewDate?: string;
  /** `/media/…` of its picture. */
  picture?: string;
  /** Address on the site of what is drawn for it, once it is there. */
  drawn?: string;
  /** Who writes on it now. */
  authors?: string;
}

/** One entry as a row. */
export function rowOf(type: ContentType, { collection, slug, data, draft }: ListedEntry): Row {
  const text = (name: string) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { picture } = data as { picture?: { src?: unknown } };
  const given = {
    axis: text('axis'),
    unit: text('unit'),
    kind: text('kind'),
    published: text('published'),
    reviewDate: text('reviewDate'),
    picture: typeof picture?.src === 'string' && picture.src ? picture.src : undefined,
    drawn: type.address && !draft ? entryPictureOf({ type: collection, slug }) : undefined,
    authors: draft?.authors,
  };
  return {
    key: `${collection}/${slug}`,
    address: `#/collections/${collection}/entries/${slug}`,
    title: text(type.nameField) ?? slug,
    section: sectionOf(draft),
    standing: standingOf(draft, data['withdrawn'] !== undefined),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function sectionOf(draft: ListedEntry['draft']): Section {
  if (!draft) return 'rest';
  const { status, facts } = draft;
  if (!facts) return 'others';
  const { isMine, isSentBack, publishAt, reasons } = facts;
  if (isMine && isSentBack) return 'back';
  if (status === 'pending_review' && !reasons.approve) return 'toReview';
  if (status === 'pending_publish' && !reasons.publish && !publishAt) return 'toPublish';
  return isMine ? 'mine' : 'others';
}

function standingOf(draft: ListedEntry['draft'], isWithdrawn: boolean): Standing {
  if (!draft) return isWithdrawn ? 'withdrawn' : 'live';
  if (draft.status === 'pending_review') return 'review';
  if (draft.status === 'pending_publish') return draft.facts?.publishAt ? 'scheduled' : 'ready';
  return draft.facts?.isSentBack ? 'back' : 'draft';
}

/** What somebody looks for in a list; an empty value asks for nothing. */
export interface Wanted {
  axis: string;
  unit: string;
  kind: string;
  standing: string;
  /** `due`: to be read again by today. `soon`: within a month. */
  review: string;
}

export const nothingWanted: Wanted = { axis: '', unit: '', kind: '', standing: '', review: '' };

const soon = 30;

/** Whether a row is looked for; `today` is `YYYY-MM-DD`. */
export function isWanted(row: Row, wanted: Wanted, today: string): boolean {
  const same = (['axis', 'unit', 'kind', 'standing'] as const).every(
    (name) => wanted[name] === '' || row[name] === wanted[name],
  );
  if (!same || wanted.review === '') return same;
  const until = wanted.review === 'due' ? today : daysAfter(today, soon);
  return row.reviewDate !== undefined && row.reviewDate <= until;
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
