/**
 * Advice on how a text reads, for whoever writes and whoever reviews it. It never stops anybody: the
 * plan asks for texts that are short, clear and checkable (I.2), and a person judges whether one is.
 */
import type { Link, Text } from 'mdast';
import type { Node, Parent } from 'unist';
import { treeOf, plainText, walk, type BodyFix } from '../schema/body.ts';
import type { ContentType } from '../schema/index.ts';
import { splitSentences } from '../text/sentences.ts';
import { missingPage } from './content/links.ts';

export interface Advice {
  /** The field that it is about; `body` for the text. */
  field: string;
  label: string;
  /** The words that it is about. */
  quote: string;
  message: string;
  /** Which part of the body, from 0. */
  part?: number;
  /** What can be put right at once, in the body. */
  fix?: BodyFix;
}

export interface AdviceContext {
  /** Official words, in small letters, and how people say it. */
  everydayWords: readonly { official: string; everyday: string }[];
  /** Every address of the site; links are not looked at without it. */
  addresses?: ReadonlySet<string>;
}

/**
 * Longest sentence, in syllables. GOV.UK asks for 25 words; a Vietnamese word has about one and a
 * half syllables.
 */
const longestSentence = 38;

/** Longest quoted words in an advice, in letters. */
const longestQuote = 60;

/** Fields whose words residents read. */
const spoken = ['title', 'summary', 'keyPoints'];

/** What could read better in an entry, in its own order. The data may be unchecked. */
export function adviceOn(
  type: ContentType,
  data: Readonly<Record<string, unknown>>,
  body: string,
  context: AdviceContext,
): Advice[] {
  const fields = spoken.flatMap((field) => {
    const value = data[field];
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    const label = type.fields[field]?.form.label ?? field;
    return texts.flatMap((text) => onWords(text, { field, label }, context));
  });
  return [...fields, ...onBody(type, data, body, context)];
}

interface Place {
  field: string;
  label: string;
  part?: number;
}

/** What puts an official word right where it stands, if anything does. */
type FixOf = (official: string, everyday: string) => BodyFix | undefined;

function onWords(
  text: string,
  place: Place,
  { everydayWords }: AdviceContext,
  fixOf?: FixOf,
): Advice[] {
  const long = splitSentences(text.normalize('NFC')).flatMap((sentence) => {
    const count = sentence.split(/\s+/).length;
    return count > longestSentence ? [longAdvice(sentence, count, place)] : [];
  });
  return [...long, ...everydayWords.flatMap((pair) => onOfficial(text, pair, place, fixOf))];
}

function longAdvice(sentence: string, count: number, place: Place): Advice {
  const message = `Câu này dài ${count} chữ. Tách thành hai câu thì dễ đọc hơn.`;
  return { ...place, quote: short(sentence), message };
}

function onOfficial(
  text: string,
  { official, everyday }: AdviceContext['everydayWords'][number],
  place: Place,
  fixOf: FixOf | undefined,
): Advice[] {
  const found = wordPattern(official).exec(text.normalize('NFC'));
  if (!found) return [];
  const message = `Nói thường ngày: “${everyday}”.`;
  const fix = fixOf?.(found[0], everyday);
  return [{ ...place, quote: found[0], message, ...(fix && { fix }) }];
}

function wordPattern(words: string): RegExp {
  const escaped = words.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
}

function onBody(
  type: ContentType,
  data: Readonly<Record<string, unknown>>,
  body: string,
  context: AdviceContext,
): Advice[] {
  const text = body.normalize('NFC');
  const parts = readParts(text);
  const isSourced = !('sources' in type.fields) || hasSource(data['sources']);
  return parts.flatMap((root, part) => {
    const place = { field: 'body', label: 'Nội dung', part };
    return ownWords(root).flatMap((node) => {
      const words = plainText(node);
      const said = onWords(words, place, context, (official, everyday) =>
        fixIn(node, text, official, everyday),
      );
      const links = context.addresses ? deadLinks(node, place, context.addresses) : [];
      return [...said, ...links, ...(isSourced ? [] : claims(words, place))];
    });
  });
}

/** The parts of a body; none while it cannot be read, which its own check says. */
function readParts(body: string): Node[] {
  try {
    return treeOf(body).children;
  } catch {
    return [];
  }
}

/** Paragraphs, headings and cells in the writer's own words: what is quoted stands as it is. */
function ownWords(node: Node): Node[] {
  const { name } = node as { name?: string | null };
  if (node.type === 'blockquote' || name === 'Quote') return [];
  if (['paragraph', 'heading', 'tableCell'].includes(node.type)) return [node];
  return 'children' in node ? (node as Parent).children.flatMap(ownWords) : [];
}

/** An official word can be put right at once where it stands within one text. */
function fixIn(node: Node, body: string, official: string, everyday: string): BodyFix | undefined {
  for (const leaf of walk(node)) {
    const [from, to] = [leaf.position?.start.offset, leaf.position?.end.offset];
    if (leaf.type !== 'text' || from === undefined || to === undefined) continue;
    const source = body.slice(from, to);
    // What is written with an escape is not where it is read.
    const at = source === (leaf as Text).value ? source.indexOf(official) : -1;
    if (at < 0) continue;
    const text = likeFirst(official, everyday);
    const start = from + at;
    return { label: `Đổi thành “${text}”`, start, end: start + official.length, text };
  }
  return undefined;
}

/** With a capital where the words that it replaces had one. */
function likeFirst(was: string, is: string): string {
  const isCapital = was.charAt(0) !== was.charAt(0).toLowerCase();
  return isCapital ? is.charAt(0).toUpperCase() + is.slice(1) : is;
}

function deadLinks(node: Node, place: Place, addresses: ReadonlySet<string>): Advice[] {
  return [...walk(node)].flatMap((one) => {
    if (one.type !== 'link') return [];
    const message = missingPage((one as Link).url, addresses);
    return message ? [{ ...place, quote: short(plainText(one)), message }] : [];
  });
}

function hasSource(sources: unknown): boolean {
  return (
    Array.isArray(sources) &&
    sources.some((one) => (one as { document?: unknown } | null)?.document)
  );
}

/** A number with its unit, a share, a year: what a reader may want to look up. */
const claim =
  /\d+(?:[.,]\d+)*\s*(?:%|phần trăm|tỷ|triệu|nghìn|đồng|hộ|người|trường hợp|km|m2|ha)(?!\p{L})/u;

function claims(words: string, place: Place): Advice[] {
  const message = 'Con số này chưa có nguồn. Hãy điền ô Nguồn: văn bản nào, mục nào.';
  return splitSentences(words)
    .filter((sentence) => claim.test(sentence))
    .map((sentence) => ({ ...place, quote: short(sentence), message }));
}

function short(text: string): string {
  return text.length <= longestQuote
    ? text
    : `${text.slice(0, longestQuote).replace(/\s\S*$/, '')}…`;
}
