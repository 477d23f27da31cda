/** A week of the ward's channels on one axis: an entry a day, one kind after another. */
import { commonOf } from '#src/load/entry.ts';
import type { KitEntry } from './share-kit.ts';

/**
 * The kinds, in the order in which they take turns: the axis's message opens the week, and what is
 * drawn, told and asked follow one another. An event is told when it is due, not in such a week.
 */
const turns = [
  'infographic',
  'article',
  'question',
  'recording',
  'exemplar',
  'clarification',
] as const satisfies KitEntry['type'][];

const daysOfWeek = 7;

/** Whether an entry may have a day in the week of its axis. */
export function isToldInWeek(entry: KitEntry): boolean {
  return commonOf(entry).axis !== undefined && turns.some((type) => type === entry.type);
}

/**
 * The entries of an axis for Monday to Sunday, at most seven, each once; fewer where the axis has
 * no more. `entries` are in the order of their lists, which is kept within a kind.
 */
export function axisWeek(axis: string, entries: readonly KitEntry[]): KitEntry[] {
  const ofAxis = entries.filter((entry) => commonOf(entry).axis === axis);
  const rows = turns.map((type) => messageFirst(ofAxis.filter((entry) => entry.type === type)));
  const rounds = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => rows.flatMap((row) => row[round] ?? []))
    .flat()
    .slice(0, daysOfWeek);
}

function messageFirst(entries: KitEntry[]): KitEntry[] {
  const isMessage = (entry: KitEntry) =>
    entry.type === 'infographic' && entry.data.kind === 'message';
  return [...entries.filter(isMessage), ...entries.filter((entry) => !isMessage(entry))];
}

/** Where the set for the week of an axis stands. */
export function weekPaths(axis: string) {
  const page = `/chia-se/tuan-${axis}/`;
  return { page, zip: `${page}bo-chia-se.zip` };
}
