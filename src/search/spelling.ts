/**
 * What was meant by a query that no page has as it stands: of the site's own words, those that are a
 * slip of the finger away and stand beside each other on some page. The cheapest way through the
 * query is looked for, word by word (Viterbi).
 */
import { splitJoined } from './joined.ts';
import type { Lexicon } from './lexicon.ts';
import { marksApart } from './marks.ts';
import { dearest, slip } from './slips.ts';
import { isPlainSyllable } from './syllable.ts';
import { fold } from './text.ts';
import { decodeKeys } from './typing.ts';

export interface Spelling {
  /** Words; those that were changed are words of the site. */
  words: string[];
  /** What the slips cost together; 0 for the query as typed. */
  cost: number;
}

/** One way to read one typed word. */
interface Option {
  /** More than one where words were typed without a space. */
  words: string[];
  folded: string[];
  /** What the slip costs; 0 for the word as typed. */
  slip: number;
  /** What choosing it costs, a slip or not. */
  cost: number;
  /** Settles which of two equally likely words comes first. */
  pages: number;
}

interface Path {
  options: Option[];
  cost: number;
  slips: number;
}

/** What two words cost that never stand side by side, and a word that the site does not have. */
const apart = 1;
const unknown = 2;
/** What a slip costs beside its own price where the typed word is itself one of the site's. */
const unlikely = 0.5;
/** Readings of a word that are fetched and weighed. */
const mostOptions = 6;
const mostPaths = 4;
const mostSplits = 12;
/** Letters of a word that is no syllable, such as “facebook”: shorter ones fit anywhere. */
const shortestForeign = 4;
/** Marks further apart than this are not those of the same word. */
const sameMarks = 0.35;

/**
 * The likeliest spellings of a query other than itself, the likeliest first. The words as typed must be
 * loaded; what else it weighs, and the words of the answer, it loads.
 */
export async function respell(lexicon: Lexicon, typed: readonly string[]): Promise<Spelling[]> {
  const all = typed.map((word, at) =>
    isDoubtful(lexicon, typed, at) ? optionsOf(lexicon, word) : [asTyped(lexicon, word)],
  );
  const options = all.map((own, at) => likeliest(lexicon, own, typed[at - 1], typed[at + 1]));
  await lexicon.load(toWeigh(options).flatMap(({ folded }) => folded));
  const spellings = bestPaths(lexicon, options)
    .filter(({ slips }) => slips > 0)
    .map((path) => ({ words: path.options.flatMap(({ words }) => words), cost: path.slips }))
    .filter(({ words }) => words.join(' ') !== typed.join(' '));
  await lexicon.load(spellings.flatMap(({ words }) => words).map(fold));
  return spellings;
}

function isKnown(lexicon: Lexicon, word: string): boolean {
  const forms = lexicon.forms(fold(word));
  return /\d/.test(word) || forms.some((form) => marksApart(word, form) <= sameMarks);
}

/** True for a word that the site does not have or not beside its neighbours, where they are known. */
function isDoubtful(lexicon: Lexicon, typed: readonly string[], at: number): boolean {
  if (!isKnown(lexicon, typed[at]!)) return true;
  const pairs = [at - 1, at].filter((first) => first >= 0 && first + 1 < typed.length);
  return pairs.some((first) => {
    const [one, next] = [typed[first]!, typed[first + 1]!];
    const bothKnown = isKnown(lexicon, one) && isKnown(lexicon, next);
    return bothKnown && !lexicon.follows(fold(one), fold(next));
  });
}

/** What must be fetched to tell what follows what: joined words, and options beside other options. */
function toWeigh(options: readonly (readonly Option[])[]): Option[] {
  return options.flatMap((own, at) => {
    const isBesideOthers = at > 0 && options[at - 1]!.length > 1 && own.length > 1;
    return own.filter(({ folded }) => isBesideOthers || folded.length > 1);
  });
}

function optionsOf(lexicon: Lexicon, typed: string): Option[] {
  const extra = isKnown(lexicon, typed) ? unlikely : 0;
  return [
    asTyped(lexicon, typed),
    ...split(lexicon, typed),
    ...keyed(lexicon, typed),
    ...slipped(lexicon, typed, extra),
  ];
}

function asTyped(lexicon: Lexicon, typed: string): Option {
  const cost = isKnown(lexicon, typed) ? 0 : unknown;
  return { words: [typed], folded: [fold(typed)], slip: 0, cost, pages: 0 };
}

/** Words joined: of the site's words only. */
function split(lexicon: Lexicon, typed: string): Option[] {
  const isWord = (plain: string) =>
    lexicon.forms(plain).length > 0 && (isPlainSyllable(plain) || plain.length >= shortestForeign);
  return splitJoined(typed, mostSplits, isWord).map((words) => {
    return { words, folded: words.map(fold), slip: 0.1, cost: 0.1, pages: 0 };
  });
}

/** Raw Telex or VNI, also where the keys spell a word: “coong” is “công”. */
function keyed(lexicon: Lexicon, typed: string): Option[] {
  const word = decodeKeys(typed, { always: true });
  if (word === undefined || !lexicon.forms(fold(word)).includes(word)) return [];
  return [{ words: [word], folded: [fold(word)], slip: 0.2, cost: 0.2, pages: 0 }];
}

function slipped({ known }: Lexicon, typed: string, extra: number): Option[] {
  const folded = fold(typed);
  const best = new Map<string, Option>();
  for (const { word, folded: letters, pages } of known) {
    const price = letters === folded ? undefined : slip(folded, letters);
    if (price === undefined) continue;
    const likeness = price + marksApart(typed, word) / 2;
    if (likeness > dearest) continue;
    const cost = likeness + extra;
    const other = best.get(letters);
    const isLikelier = !other || cost < other.cost || (cost === other.cost && pages > other.pages);
    // Typed without marks, it may be any word of these letters.
    const meant = typed === folded ? letters : word;
    if (isLikelier)
      best.set(letters, { words: [meant], folded: [letters], slip: cost, cost, pages });
  }
  return [...best.values()];
}

/** The options that fit best between the typed words beside them. */
function likeliest(
  lexicon: Lexicon,
  own: readonly Option[],
  before: string | undefined,
  after: string | undefined,
): Option[] {
  const priceOf = ({ folded, cost, pages }: Option) => {
    const fits = [
      before !== undefined && lexicon.follows(fold(before), folded[0]!),
      after !== undefined && lexicon.follows(folded[folded.length - 1]!, fold(after)),
    ].filter(Boolean).length;
    return cost - apart * fits - 0.02 * Math.log(1 + pages);
  };
  const [typed, ...others] = own;
  const priced = others.map((option) => ({ option, price: priceOf(option) }));
  priced.sort((a, b) => a.price - b.price);
  return [typed!, ...priced.slice(0, mostOptions).map(({ option }) => option)];
}

/** The cheapest ways from the first word to the last. */
function bestPaths(lexicon: Lexicon, options: readonly (readonly Option[])[]): Path[] {
  let paths: Path[] = [{ options: [], cost: 0, slips: 0 }];
  for (const step of options) {
    paths = step.flatMap((option) => cheapest(paths.map((path) => extend(lexicon, path, option))));
  }
  return cheapest(paths);
}

function extend(lexicon: Lexicon, path: Path, option: Option): Path {
  const last = path.options[path.options.length - 1];
  const words = [...(last ? last.folded.slice(-1) : []), ...option.folded];
  const gaps = words.slice(1).filter((word, at) => !lexicon.follows(words[at]!, word)).length;
  return {
    options: [...path.options, option],
    cost: path.cost + option.cost + gaps * apart - 0.02 * Math.log(1 + option.pages),
    slips: path.slips + option.slip,
  };
}

function cheapest(paths: Path[]): Path[] {
  return paths.sort((a, b) => a.cost - b.cost).slice(0, mostPaths);
}
