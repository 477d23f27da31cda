/**
 * The picture of an entry, made from what it is: its figures where it has some, else its axis, its
 * kind, its key word, its own chance.
 */
import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { types } from '#src/schema/index.ts';
import type { PagesOf } from '#src/schema/type.ts';
import { blockFigure } from './block-figure.ts';
import { between, chanceOf, type Chance } from './chance.ts';
import { disc, placed, rectangle, type Drawing, type Ink, type Shape } from './drawing.ts';
import { figureOf } from './figure.ts';
import { ground, size } from './motifs/ground.ts';
import { motif } from './motifs/index.ts';
import { pictogram } from './pictograms.ts';

/** 160 × 100. The same entry has the same picture everywhere; two entries never quite the same. */
export function entryPicture(entry: AnyEntry, axes: readonly Entry<'axis'>[]): Drawing {
  const figure = entry.type === 'infographic' ? figureOf(entry.content) : keyFigures(entry);
  const chance = chanceOf(`${entry.type}/${entry.slug}`);
  const shapes = figure ? framed(figure, chance) : composed(entry, axisOf(entry, axes), chance);
  return { ...size, shapes };
}

/** The axis whose colours and motif an entry wears: its own, or the only one that it names. */
export function axisOf(entry: AnyEntry, axes: readonly Entry<'axis'>[]): number | undefined {
  if (entry.type === 'axis') return entry.data.order;
  const { axis, axes: several = [] } = commonOf(entry);
  const named = axis ?? (several.length === 1 ? several[0] : undefined);
  return axes.find(({ slug }) => slug === named)?.data.order;
}

/** The first figures of the body. Other blocks look alike from one entry to the next. */
function keyFigures({ blocks }: AnyEntry): Drawing | undefined {
  const block = blocks?.find(({ name }) => name === 'KeyFigures');
  return block && blockFigure(block);
}

/** An entry's own drawing, on its sheet: of two of one form the moon stands elsewhere. */
function framed(figure: Drawing, chance: Chance): Shape[] {
  const scale = Math.min((size.width - 20) / figure.width, (size.height - 16) / figure.height);
  const at = {
    x: (size.width - figure.width * scale) / 2,
    y: (size.height - figure.height * scale) / 2,
  };
  return [...ground(chance), ...placed(figure, at, scale)];
}

function composed(entry: AnyEntry, axis: number | undefined, chance: Chance): Shape[] {
  const isDark = axis !== undefined && chance() < 0.34;
  const drawn = motif(axis, chance);
  const pages: PagesOf<unknown> = types[entry.type].pages;
  const keyWord = pages.keyWord?.(entry.data);
  return [
    ...nearer(isDark ? drawn.map(onStrong) : drawn, chance),
    ...(pages.sign ? badge(pictogram(pages.sign, sign, 20, 'strong')) : []),
    ...(keyWord === undefined || keyWord.length > mostLetters ? [] : label(keyWord)),
  ];
}

/** The same motif in pale lines on the axis's full colour. */
function onStrong(shape: Shape): Shape {
  const turned = (ink: Ink | undefined) => {
    if (ink === 'soft' || ink === 'ground') return 'strong' as const;
    return ink === 'strong' ? ('onStrong' as const) : ink;
  };
  const fill = turned(shape.fill);
  if ('text' in shape) return { ...shape, fill: fill! };
  const stroke = turned(shape.stroke);
  return { ...shape, ...(fill && { fill }), ...(stroke && { stroke }) };
}

/** Seen from somewhat nearer, never so near that the motif is lost. */
function nearer(shapes: Shape[], chance: Chance): Shape[] {
  const scale = between(chance, 1, 1.14);
  const at = {
    x: (1 - scale) * size.width * between(chance, 0.35, 0.65),
    y: (1 - scale) * size.height * 0.62,
  };
  return placed({ shapes }, at, scale);
}

/** More letters would touch the sign. */
const mostLetters = 11;

/** Middle of the disc in the corner that says what kind of entry it is. */
const sign = { x: size.width - 20, y: size.height - 20 };

function badge(drawn: Shape[]): Shape[] {
  return [{ d: disc(sign, 16), fill: 'ground' }, ...drawn];
}

/** The key word on a strip of the full colour, as wide as its text about is. */
function label(text: string): Shape[] {
  const type = 15;
  const width = text.length * type * 0.64 + 22;
  const y = size.height - 30;
  return [
    { d: rectangle(0, y, width, 22), fill: 'ground' },
    { text, x: width / 2, y: y + 11, size: type, fill: 'strong' },
  ];
}
