/** Made of a site's own text: queries, typed and mistyped as people do, and further pages. */
import type { PageText } from '../../../src/search/make-index.ts';
import { indexWords } from '../../../src/search/page-words.ts';
import { fold } from '../../../src/search/text.ts';

export interface Query {
  id: string;
  query: string;
  kind: string;
  /** A page is relevant when its text has one of these as whole syllables. */
  keys: string[];
  /** All of the keys are needed. */
  all?: boolean;
}

type Random = () => number;

const sentencesInPage = 25;

/** `perKind` queries of every kind, the same for the same pages and seed. */
export function makeQueries(pages: readonly string[], seed: number, perKind = 40): Query[] {
  const random = randomFrom(seed);
  const texts = pages.map(indexWords).filter(({ length }) => length > 40);
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: perKind }, (_, at): Query => {
      const made = make(texts[below(random, texts.length)]!, random);
      return { id: `${kind} ${at + 1}`, kind, ...made };
    }),
  );
}

/** `count` pages whose sentences stand on the pages given, the same for the same pages. */
export function makePages(pages: readonly PageText[], count: number): PageText[] {
  const random = randomFrom(7);
  const sentences = pages
    .flatMap(({ sections }) => sections.flatMap(([, , text]) => text.split(/(?<=[.;!?])\s+/)))
    .filter((sentence) => sentence.split(' ').length > 4);
  const pick = () => sentences[below(random, sentences.length)]!;
  return Array.from({ length: count }, (_, at): PageText => {
    const title = pick().split(' ').slice(0, 10).join(' ');
    const body = Array.from({ length: sentencesInPage }, pick).join(' ');
    const text = `${title} ${body}`;
    const address = `/bai-viet/trang-them-${at + 1}/`;
    return { address, title, summary: pick(), sections: [['', '', text]], facets: {}, date: '' };
  });
}

type Made = Pick<Query, 'query' | 'keys' | 'all'>;
type Make = (page: readonly string[], random: Random) => Made;

const kinds: Record<string, Make> = {
  accented: typed((word) => word),
  unaccented: typed(fold),
  partial: typed((word, random) => (random() < 0.5 ? fold(word) : word)),
  telex: typed(telex),
  vni: typed(vni),
  'typo with marks': oneTypo((word) => word),
  'typo without marks': oneTypo(fold),
  joined: (page, random) => {
    const passage = passageOf(page, random, 3, 4);
    return { query: passage.map(fold).join(''), keys: [passage.join(' ')] };
  },
  'two pairs': (page, random) => {
    const pairs = [passageOf(page, random, 2, 2), passageOf(page, random, 2, 2)];
    const keys = pairs.map((pair) => pair.join(' '));
    return { query: keys.join(' '), keys, all: true };
  },
};

function typed(how: (word: string, random: Random) => string): Make {
  return (page, random) => {
    const passage = passageOf(page, random, 3, 5);
    return { query: passage.map((word) => how(word, random)).join(' '), keys: [passage.join(' ')] };
  };
}

function oneTypo(how: (word: string) => string): Make {
  return (page, random) => {
    const passage = passageOf(page, random, 3, 5);
    const long = passage.flatMap((word, at) => (word.length > 2 ? [at] : []));
    const at = long[below(random, long.length)] ?? 0;
    const query = passage.map((word, place) => {
      return place === at ? mistype(how(word), random) : how(word);
    });
    return { query: query.join(' '), keys: [passage.join(' ')] };
  };
}

/** Neighbours on the keyboard of a phone. */
const beside: Record<string, string> = {
  ...{ a: 's', b: 'v', c: 'x', d: 's', e: 'w', g: 'h', h: 'g', i: 'o', k: 'l', l: 'k', m: 'n' },
  ...{ n: 'm', o: 'i', p: 'o', q: 'w', r: 't', s: 'a', t: 'r', u: 'y', v: 'b', x: 'c', y: 'u' },
};

function mistype(word: string, random: Random): string {
  const letters = Array.from(word);
  const at = below(random, letters.length);
  const next = Math.min(at, letters.length - 2);
  const ways = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, letters[at]!),
    () => letters.splice(next, 2, letters[next + 1]!, letters[next]!),
    () => letters.splice(at + 1, 0, beside[fold(letters[at]!)] ?? 'n'),
  ];
  ways[below(random, ways.length)]!();
  const mistyped = letters.join('');
  return mistyped === word ? `${word}${word.slice(-1)}` : mistyped;
}

const toneKeys = { telex: ['f', 's', 'x', 'r', 'j'], vni: ['2', '1', '4', '3', '5'] };
const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

function telex(word: string): string {
  return keys(word, toneKeys.telex, { '\u0302': 'twice', '\u0306': 'w', '\u031b': 'w', đ: 'dd' });
}

function vni(word: string): string {
  return keys(word, toneKeys.vni, { '\u0302': '6', '\u0306': '8', '\u031b': '7', đ: 'd9' });
}

/** The keys that write a word, its tone last. */
function keys(word: string, toneKey: readonly string[], marks: Record<string, string>): string {
  let tone = '';
  let letters = '';
  for (const part of word.normalize('NFD')) {
    if (tones.includes(part)) tone = toneKey[tones.indexOf(part)]!;
    else letters += marks[part] === 'twice' ? letters.slice(-1) : (marks[part] ?? part);
  }
  return letters + tone;
}

function passageOf(page: readonly string[], random: Random, least: number, most: number): string[] {
  const length = least + below(random, most - least + 1);
  for (let attempt = 0; ; attempt += 1) {
    const start = below(random, page.length - length);
    const passage = page.slice(start, start + length);
    if (attempt > 50 || passage.every((word) => /^\p{L}+$/u.test(word))) return [...passage];
  }
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** Park and Miller's generator: numbers in [0, 1), the same for the same seed. */
function randomFrom(seed: number): Random {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return (state - 1) / 2147483646;
  };
}
