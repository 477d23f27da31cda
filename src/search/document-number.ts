/** Numbers of documents in every spelling: “57-NQ/TW”, “NQ57”, “nghị quyết số 57”. */
import { fold } from './text.ts';

/** Codes of the kinds of document, with their names. */
const kinds = [
  { code: 'nq', name: 'nghị quyết' },
  { code: 'kh', name: 'kế hoạch' },
  { code: 'đa', name: 'đề án' },
  { code: 'ctr', name: 'chương trình' },
  { code: 'ct', name: 'chỉ thị' },
  { code: 'kl', name: 'kết luận' },
  { code: 'qđ', name: 'quyết định' },
];

/** Codes of those who issue documents. */
const issuers = ['tw', 'tu', 'đu', 'cp', 'qh', 'hđnd', 'ubnd'];

const code = kinds.map((kind) => fold(kind.code)).join('|');
const name = kinds.map((kind) => fold(kind.name)).join('|');
const issuer = issuers.map(fold).join('|');
const patterns = [
  // 57-NQ/TW, 57NQTW, nghị quyết số 57-NQ/TW
  `(?:(?:${name}|${code}) )?(?:so )?(?<number>\\d{1,4}) ?(?<code>${code})(?: ?(?<issuer>${issuer}))?`,
  // NQ57, NQ số 57/TW
  `(?<code>${code}) ?(?:so )?(?<number>\\d{1,4})(?: (?<issuer>${issuer}))?`,
  // nghị quyết 57, nghị quyết số 57 TW
  `(?<name>${name}) (?:so )?(?<number>\\d{1,4})(?: (?<issuer>${issuer}))?`,
].map((pattern) => new RegExp(`(?:^| )${pattern}(?= |$)`));

/**
 * Readings of a query that names a document by number, empty when it names none. The index holds
 * “57-NQ/TW” as the one word “57nqtw”; when the issuer is not said, each known one is a reading. The
 * last reading has the number as it is spoken, “nghị quyết 57”.
 */
export function readDocumentNumber(words: readonly string[]): string[][] {
  const plain = words.map(fold).join(' ');
  const match = patterns.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
  if (!match?.groups) return [];
  const { number = '', code: byCode, name: byName, issuer: said } = match.groups;
  const kind = kinds.find((one) => fold(one.code) === byCode || fold(one.name) === byName)!;
  const from = wordCount(plain.slice(0, match.index));
  const to = wordCount(plain.slice(0, match.index + match[0].length));
  const replaceBy = (...by: string[]) => [...words.slice(0, from), ...by, ...words.slice(to)];

  const numbers = number.length === 1 ? [number, `0${number}`] : [number];
  const written = numbers.flatMap((one) =>
    issuers
      .filter((by) => said === undefined || fold(by) === said)
      .map((by) => replaceBy(`${one}${kind.code}${by}`)),
  );
  return [...written, replaceBy(...kind.name.split(' '), number)];
}

function wordCount(text: string): number {
  return text.split(' ').filter((word) => word !== '').length;
}
