/** What a poster says, taken from its entry. */
import { blockFigure } from '#src/drawing/block-figure.ts';
import type { Drawing } from '#src/drawing/drawing.ts';
import { entryPicture } from '#src/drawing/entry-picture.ts';
import { figureOf } from '#src/drawing/figure.ts';
import { commonOf, type Entry } from '#src/load/entry.ts';
import { followOne } from '#src/load/follow.ts';
import { longDay } from '#src/text/dates.ts';
import { outlineOf } from '#src/model/outline.ts';
import { shortAddress, type KitEntry, type ShortAddress } from '#src/model/share-kit.ts';
import { pathOf } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import { kitWords } from '#src/text/kit.ts';
import { words } from '#src/text/vi.ts';
import type { KitContext } from '../social/input.ts';

/** A list with its heading. */
export interface PosterList {
  heading: string;
  numbered: boolean;
  items: string[];
}

/** A block of the body: what its items say, drawn between the heading and them. */
export interface PosterBlock extends PosterList {
  figure: Drawing;
}

export interface PosterInput {
  /** File of the entry, for errors. */
  file: string;
  label: string;
  title: string;
  /** Absent where the lists say it all. */
  summary?: string;
  /** What the lists say, drawn; stands above them. */
  figure?: Drawing;
  /** The entry's picture, small in the head; absent where a figure is drawn. */
  picture?: Drawing;
  lists: PosterList[];
  /** Blocks of the body: the first for which there is room stands below the first list. */
  blocks?: PosterBlock[];
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
  units: readonly Entry<'unit'>[];
}

/** The words of an entry's posters. */
export function posterInput(entry: KitEntry, context: PosterContext): PosterInput {
  const { axes, units, settings, site } = context;
  const { data } = entry;
  const named = commonOf(entry).axis;
  const axis = named === undefined ? undefined : followOne(axes, named);
  const { qr, shown } = shortAddress(entry, site);
  const day = data.updated ?? data.published;
  return {
    file: pathOf(types[entry.type], entry.slug),
    label: axis ? `Trục ${axis.data.order}. ${axis.data.title}` : words.axes,
    title: data.title,
    ...(entry.type === 'infographic'
      ? { summary: data.summary, figure: figureOf(entry.content) }
      : // In the head the axis's motif: figures would be too small there, and said twice.
        { picture: entryPicture({ ...entry, blocks: [] }, axes), ...blocksIn(entry) }),
    ...listsIn(outlineOf(entry)),
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

function blocksIn({ blocks = [] }: KitEntry): Pick<PosterInput, 'blocks'> {
  const drawn = blocks.flatMap((block): PosterBlock[] => {
    const figure = blockFigure(block);
    const { name, title: heading, lines: items } = block;
    return figure ? [{ heading, numbered: name === 'Steps', items, figure }] : [];
  });
  return drawn.length > 0 ? { blocks: drawn } : {};
}

function listsIn(
  sections: readonly OutlineSection[],
): Pick<PosterInput, 'lists' | 'lastListOnPage'> {
  const lists = sections.map(({ heading, items, numbered = false }) => ({
    heading,
    items,
    numbered,
  }));
  const last = lists.length > 1 ? lists.at(-1) : undefined;
  return {
    lists,
    ...(last && { lastListOnPage: kitWords.listOnPage(last.heading, last.items.length) }),
  };
}
