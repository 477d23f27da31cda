/** What a poster says, taken from its entry. */
import type { Unit } from '#src/load/entry.ts';
import { longDay } from '#src/text/dates.ts';
import { infographicHeading, infographicLines } from '#src/model/infographic-text.ts';
import { followOne } from '#src/model/relations.ts';
import { shortAddress, type KitEntry, type ShortAddress } from '#src/model/share-kit.ts';
import { pathOf } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import { kitWords } from '#src/text/kit.ts';
import { words } from '#src/text/vi.ts';
import type { KitContext } from '../social/input.ts';

/** A list with its heading. */
export interface PosterList {
  heading: string;
  numbered: boolean;
  items: string[];
}

export interface PosterInput {
  /** File of the entry, for errors. */
  file: string;
  label: string;
  title: string;
  /** Absent where the lists say it all. */
  summary?: string;
  lists: PosterList[];
  /** Said in place of the last list when the paper has no room for all in readable type. */
  lastListOnPage?: string;
  /** Who answers, and the day of what is said. */
  answer: string;
  asOf: string;
  /** Day of the last change, `YYYY-MM-DD`. */
  day: string;
  /** Order of the axis whose petal is lit; absent when the poster speaks for all seven. */
  axis?: number;
  siteName: string;
  sitePlace: string;
  organization: string;
  address: Pick<ShortAddress, 'qr' | 'shown'>;
}

export interface PosterContext extends KitContext {
  units: readonly Unit[];
}

/** The words of an entry's posters. */
export function posterInput(entry: KitEntry, context: PosterContext): PosterInput {
  const { axes, units, settings, site } = context;
  const { data } = entry;
  const axis = data.axis === undefined ? undefined : followOne(axes, data.axis);
  const { qr, shown } = shortAddress(entry, site);
  const day = data.updated ?? data.published;
  return {
    file: pathOf(types[entry.type], entry.slug),
    label: axis ? `Trục ${axis.data.order}. ${axis.data.title}` : words.axes,
    title: data.title,
    ...(entry.type === 'infographic' && { summary: data.summary }),
    ...listsOf(entry),
    answer: kitWords.askWho(followOne(units, data.unit).data.title),
    asOf: kitWords.asOf(longDay(day)),
    day,
    ...(axis && { axis: axis.data.order }),
    siteName: settings.siteName,
    sitePlace: `${settings.ward}, ${settings.city}`,
    organization: settings.organization,
    address: { qr, shown },
  };
}

function listsOf(entry: KitEntry): Pick<PosterInput, 'lists' | 'lastListOnPage'> {
  if (entry.type === 'infographic') {
    const items = infographicLines(entry.content);
    const heading = infographicHeading(entry.content) ?? kitWords.whatItSays;
    return { lists: [{ heading, numbered: false, items }] };
  }
  const { keyPoints, actions } = entry.data;
  const points = { heading: words.article.keyPoints, numbered: false, items: keyPoints };
  if (actions.length === 0) return { lists: [points] };
  const items = actions.map(({ what, where }) =>
    where === undefined ? what : `${what} ${words.article.where} ${where}.`,
  );
  return {
    lists: [points, { heading: words.article.actions, numbered: true, items }],
    lastListOnPage: kitWords.actionsOnPage(actions.length),
  };
}
