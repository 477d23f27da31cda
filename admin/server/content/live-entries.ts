/** What stands on `main`: every entry with what the editorial pages and the schedule need of it. */
import { isCalendarDay, type Fields } from '#src/schema/field.ts';
import { locate } from '#src/schema/entry-file.ts';
import type { ContentType } from '#src/schema/index.ts';
import { endOf, startOf, type Stretch } from '#src/time/hanoi.ts';
import { axisOf, frontOf } from './change-files.ts';
import { contentOf } from './change-tree.ts';
import { isEntryPath } from './files.ts';
import type { Git } from '../git/git.ts';

export interface LiveEntry {
  type: ContentType;
  slug: string;
  path: string;
  title: string;
  /** Slug of its axis; '' for an entry of no axis. */
  axis: string;
  /** Address on the site; absent for data without a page. */
  address?: string;
  withdrawn?: { on: string; reason: string; successor?: string };
  /** Last day on which it is in force, `YYYY-MM-DD`. */
  expires?: string;
  /** Day on which it is to be read again, `YYYY-MM-DD`. */
  reviewDate?: string;
  /** Moments (milliseconds) at which it may begin to show differently, from the days it names. */
  moments: number[];
}

/** Every entry of a commit, in the order of their paths. */
export async function readLiveEntries(git: Git, commit: string): Promise<LiveEntry[]> {
  const content = await contentOf(git, commit);
  return [...content].flatMap(([path, text]) => (isEntryPath(path) ? [readLive(path, text)] : []));
}

function readLive(path: string, text: string): LiveEntry {
  const { type, slug } = locate(path)!;
  const data = frontOf(type, text);
  const { title, reviewDate, withdrawn, expires } = data;
  const address = type.address?.(slug);
  return {
    type,
    slug,
    path,
    title: typeof title === 'string' ? title : type.words.one,
    axis: axisOf(type, slug, text),
    ...(address !== undefined && { address }),
    ...(isGroup(withdrawn) && { withdrawn: withdrawn as NonNullable<LiveEntry['withdrawn']> }),
    ...(typeof expires === 'string' && { expires }),
    ...(typeof reviewDate === 'string' && { reviewDate }),
    moments: [...momentsIn(type.fields, data)],
  };
}

/** Where the days in its fields begin and end, also inside groups and lists, and where times lie. */
function* momentsIn(fields: Fields, data: Record<string, unknown>): Generator<number> {
  for (const [name, { form }] of Object.entries(fields)) {
    const value = data[name];
    if (form.widget === 'date' && typeof value === 'string' && isCalendarDay(value)) {
      yield* boundsOf({ startDay: value });
    }
    if (form.widget === 'object' && isGroup(value)) yield* momentsIn(form.fields, value);
    if (form.widget === 'list' && Array.isArray(value)) {
      for (const row of value.filter(isGroup)) yield* momentsIn(form.fields, row);
    }
  }
  if ('startDay' in fields && typeof data['startDay'] === 'string') {
    yield* boundsOf(data as unknown as Stretch);
  }
}

function boundsOf(stretch: Stretch): number[] {
  // A draft's text may be half written: what is no moment is none at which anything changes.
  return [startOf(stretch), endOf(stretch)].map(Number).filter(Number.isFinite);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
