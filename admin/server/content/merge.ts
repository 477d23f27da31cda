/**
 * Three-way merge of one content file by what its readers see: field by field, and the body
 * paragraph by paragraph. Git's own merge works by lines, so two people who changed the title and
 * the summary, which are neighbours, would collide for no reason.
 */
import { diff3Merge } from 'node-diff3';
import { isDeepStrictEqual } from 'node:util';
import { readEntryText, setField, writeEntryText, type EntryText } from './entry-text.ts';

export interface Collision {
  /** Name of the field as in the file; `body` for the text. */
  field: string;
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

export type MergeResult = { text: string } | { collisions: Collision[] };

/**
 * Merges what `theirs` (a draft) changed since `base` into `ours` (`main`). Only where both changed
 * the same field or paragraph in different ways does a person have to decide.
 *
 * @throws when a text is no content file at all.
 */
export function mergeEntry(base: string, ours: string, theirs: string): MergeResult {
  const parts = [base, ours, theirs].map(readEntryText);
  const [baseParts, ourParts, theirParts] = parts as [EntryText, EntryText, EntryText];
  const collisions: Collision[] = [];
  const names = new Set([baseParts, ourParts, theirParts].flatMap(({ data }) => Object.keys(data)));
  for (const field of names) {
    const [was, mine, other] = [
      baseParts.data[field],
      ourParts.data[field],
      theirParts.data[field],
    ];
    if (isDeepStrictEqual(was, other) || isDeepStrictEqual(mine, other)) continue;
    if (isDeepStrictEqual(was, mine)) setField(ourParts, field, other);
    else collisions.push({ field, base: was, ours: mine, theirs: other });
  }
  const body = mergeBody(baseParts.body, ourParts.body, theirParts.body);
  if (body === undefined) {
    collisions.push({
      field: 'body',
      base: baseParts.body,
      ours: ourParts.body,
      theirs: theirParts.body,
    });
  }
  if (collisions.length > 0) return { collisions };
  return { text: writeEntryText(ourParts, body) };
}

/** The merged body; `undefined` when both changed one paragraph in different ways. */
function mergeBody(base: string, ours: string, theirs: string): string | undefined {
  if (base === theirs) return ours;
  const [a, o, b] = [ours, base, theirs].map(paragraphs) as [string[], string[], string[]];
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const kept: string[] = [];
  for (const region of regions) {
    if (!region.ok) return undefined;
    kept.push(...region.ok);
  }
  const text = kept.filter((one) => one !== between).join('\n\n');
  return text === '' ? '' : `\n${text}\n`;
}

/** Stands between two paragraphs, so that changes of neighbours do not touch each other. */
const between = '';

function paragraphs(body: string): string[] {
  return body
    .trim()
    .split(/\n(?:[ \t]*\n)+/)
    .filter((one) => one.trim() !== '')
    .flatMap((one) => [one, between]);
}
