/**
 * Lists of entries for the CMS, a page at a time: narrowed, sorted and searched here, where all entries
 * are known, so that what is sent stays small however many there are.
 */
import { allTypes, type ContentType } from '#src/schema/index.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { readable, scorerOf, type Readable } from '../../list/match.ts';
import { compare, type Order } from '../../list/order.ts';
import { atOnce, pageOf, type FoundNames, type FoundPage, type ListPage } from '../../list/page.ts';
import { rowOf, type DraftFacts, type ListedEntry, type Wanted } from '../../list/rows.ts';
import { summaryOf, type Summary } from '../../list/summary.ts';
import type { User } from '../accounts/accounts.ts';
import { frontOf, textsAt } from '../content/change-files.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { Refusal } from '../http/errors.ts';
import { sentBack } from '../review/words.ts';
import { isOneOf, type Draft, type Drafts } from '../workflow/drafts.ts';
import type { Workflow } from '../workflow/workflow.ts';

export interface Desk {
  drafts: Drafts;
  workflow: Workflow;
}

/** So many names are sent to choose from; who types finds the others. */
const namesAtOnce = 200;

/** One page of a type's list, drafts among what stands on the site. */
export async function listEntries(
  desk: Desk,
  user: User,
  asked: {
    collection: string;
    wanted: Wanted;
    sort: { field: string; order: Order };
    from: number;
  },
): Promise<ListPage> {
  const { collection, wanted, sort, from } = asked;
  const type = typeOf(collection);
  const bySort = (a: Summary, b: Summary) => compare(a[sort.field], b[sort.field], sort.order);
  const live = inOrder(await desk.workflow.live(), type, `${sort.field} ${sort.order}`, (a, b) =>
    bySort(a.summary, b.summary),
  );
  const listed = await listedEntries(desk, user, live, type);
  // Sorted but for the drafts: soon done.
  const rows = listed.sort((a, b) => bySort(a.data, b.data)).map((entry) => rowOf(type, entry));
  return pageOf(rows, { wanted, from, today: hanoiDay(new Date()) });
}

/** What a search by name finds in all types, the best first. */
export async function findEntries(
  desk: Desk,
  user: User,
  { term, from }: { term: string; from: number },
): Promise<FoundPage> {
  const score = scorerOf(term);
  const found = (await listedEntries(desk, user, await desk.workflow.live()))
    .map((entry) => ({ entry, score: score(namesIn(entry.data)) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score);
  const rows = found
    .slice(from, from + atOnce)
    .map(({ entry }) => rowOf(typeOf(entry.collection), entry));
  return { rows, found: found.length };
}

/** Entries of a type by name, for who points at one: those asked for, then the best. */
export async function findNames(
  workflow: Workflow,
  { collection, term, slugs }: { collection: string; term: string; slugs: readonly string[] },
): Promise<FoundNames> {
  const type = typeOf(collection);
  const all = inOrder(await workflow.live(), type, 'plan', byPlan);
  const score = scorerOf(term);
  const found =
    term.trim() === ''
      ? all
      : all
          .map((entry) => ({ entry, score: score(namesIn(entry.summary)) }))
          .filter((one) => one.score > 0)
          .sort((a, b) => b.score - a.score)
          .map(({ entry }) => entry);
  const chosen = all.filter(({ slug }) => slugs.includes(slug));
  const names = [...new Set([...chosen, ...found.slice(0, namesAtOnce)])].map(
    ({ slug, summary }) => ({ slug, title: nameIn(type, summary) ?? slug }),
  );
  return { names, found: found.length };
}

/** What the CMS is told of a draft: what is not allowed is not offered, the reason stands in its place. */
export function draftFacts(workflow: Workflow, user: User, draft: Draft): DraftFacts {
  return {
    isMine: isOneOf(draft.authors, user),
    isSentBack: sentBack(draft) !== undefined,
    publishAt: draft.publishAt?.toISOString(),
    reasons: workflow.reasonsAgainst(user, draft),
  };
}

/** Drafts, and what stands on the site as its draft has it where there is one; of one type or of all. */
async function listedEntries(
  { drafts, workflow }: Desk,
  user: User,
  live: readonly LiveEntry[],
  type?: ContentType,
): Promise<ListedEntry[]> {
  const open = (await drafts.all()).filter((one) => type === undefined || one.type === type);
  const keyOf = (one: { type: ContentType; slug: string }) => `${one.type.name}/${one.slug}`;
  const openByKey = new Map(open.map((draft) => [keyOf(draft), draft]));
  const entries = await Promise.all(
    live.map(async (entry) => {
      const draft = openByKey.get(keyOf(entry));
      openByKey.delete(keyOf(entry));
      return draft ? listedDraft(draft, entry) : listedLive(entry);
    }),
  );
  const fresh = await Promise.all([...openByKey.values()].map((draft) => listedDraft(draft)));
  return [...fresh, ...entries];

  async function listedDraft(draft: Draft, entry?: LiveEntry): Promise<ListedEntry> {
    const { head, path, slug, status, authors } = draft;
    const text = (await textsAt(drafts.git, head, [path])).get(path);
    return {
      collection: draft.type.name,
      slug,
      // A draft that takes the entry away shows what it takes away.
      data:
        text === undefined
          ? (entry?.summary ?? {})
          : summaryOf(draft.type, frontOf(draft.type, text)),
      draft: {
        status,
        authors: authors.map(({ name }) => name).join(', '),
        facts: draftFacts(workflow, user, draft),
      },
    };
  }
}

function listedLive({ type, slug, summary }: LiveEntry): ListedEntry {
  return { collection: type.name, slug, data: summary };
}

const orders = new WeakMap<readonly LiveEntry[], Map<string, readonly LiveEntry[]>>();

/** The entries of a type in an order, sorted once for each state of the site: Vietnamese order is slow. */
function inOrder(
  live: readonly LiveEntry[],
  type: ContentType,
  order: string,
  compareEntries: (a: LiveEntry, b: LiveEntry) => number,
): readonly LiveEntry[] {
  const known = orders.get(live) ?? new Map<string, readonly LiveEntry[]>();
  orders.set(live, known);
  const key = `${type.name} ${order}`;
  const made = known.get(key) ?? live.filter((entry) => entry.type === type).sort(compareEntries);
  known.set(key, made);
  return made;
}

/** Those of the plan in its order, the others by name. */
function byPlan(a: LiveEntry, b: LiveEntry): number {
  const { nameField } = a.type;
  return (
    compare(a.summary['order'], b.summary['order'], 'asc') ||
    compare(a.summary[nameField], b.summary[nameField], 'asc')
  );
}

function nameIn(type: ContentType, summary: Summary): string | undefined {
  const name = summary[type.nameField];
  return typeof name === 'string' ? name : undefined;
}

const namesOf = new WeakMap<Summary, Readable>();

/** All that an entry is called, for a search; made ready once, which for ten thousand takes as long as it shows. */
function namesIn(summary: Summary): Readable {
  const known = namesOf.get(summary);
  if (known) return known;
  const names = [summary['shortTitle'], summary['title']].filter(
    (name) => typeof name === 'string',
  );
  const made = readable(names.join(' '));
  namesOf.set(summary, made);
  return made;
}

function typeOf(collection: string): ContentType {
  const type = allTypes.find(({ name }) => name === collection);
  if (type) return type;
  throw new Refusal(422, 'unknown-collection', `Không có loại nội dung “${collection}”.`);
}
