/** The words of an entry's card, for every type. */
import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { types } from '#src/schema/index.ts';
import type { PagesOf } from '#src/schema/type.ts';
import { shortDay } from '#src/text/dates.ts';
import { words } from '#src/text/vi.ts';
import { nameOf } from './sections.ts';

export interface CardLines {
  /** Above the title: its axis and its kind, as far as the list does not say them already. */
  kicker: string | undefined;
  title: string;
  summary: string;
  note: string;
}

/** The card of an entry; `axis` where the list mixes axes, `mixed` where it mixes types. */
export function cardLines(
  entry: AnyEntry,
  axis: Entry<'axis'> | undefined,
  mixed: boolean,
): CardLines {
  const pages: PagesOf<unknown> = types[entry.type].pages;
  const { summary, published, updated } = commonOf(entry);
  const kind = pages.label?.(entry.data) ?? (mixed ? types[entry.type].words.one : undefined);
  return {
    kicker: [axis?.data.title, kind].filter(Boolean).join(' · ') || undefined,
    title: nameOf(entry),
    summary,
    note: pages.note?.(entry.data) ?? words.onDay(shortDay(updated ?? published)),
  };
}
