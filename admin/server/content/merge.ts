/**
 * Three-way merge of one content file by what its readers see: field by field, and the body
 * paragraph by paragraph. Git's own merge works by lines, so two people who changed the title and
 * the summary, which are neighbours, would collide for no reason.
 */
import { diff3Merge } from 'node-diff3';
import { isDeepStrictEqual } from 'node:util';
import { readEntryText, setField, writeEntryText, type EntryText } from './entry-text.ts';

export interface Collision {
  /** Name of the field as in the file; `body.0`, `body.1` … for the places of the text. */
  field: string;
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

export type MergeResult = { text: string } | { collisions: Collision[] };

/** What a person decided for a collision; `undefined` while she has not. */
export type Decide = (collision: Collision) => { value: unknown } | undefined;

/**
 * Merges what `theirs` (a draft) changed since `base` into `ours` (`main`). Only where both changed
 * the same field or paragraph in different ways does a person have to decide, which `decide` answers.
 *
 * @throws when a text is no content file at all.
 */
export function mergeEntry(
  base: string,
  ours: string,
  theirs: string,
  decide: Decide = () => undefined,
): MergeResult {
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
    else {
      const collision = { field, base: was, ours: mine, theirs: other };
      const decided = decide(collision);
      if (decided) setField(ourParts, field, decided.value);
      else collisions.push(collision);
    }
  }
  const body = mergeBody(baseParts.body, ourParts.body, theirParts.body, decide);
  collisions.push(...body.collisions);
  return collisions.length > 0 ? { collisions } : { text: writeEntryText(ourParts, body.text) };
}

/** The merged body, and where both sides changed one paragraph in different ways. */
function mergeBody(
  base: string,
  ours: string,
  theirs: string,
  decide: Decide,
): { text: string; collisions: Collision[] } {
  const collisions: Collision[] = [];
  if (base === theirs) return { text: ours, collisions };
  const [a, o, b] = [ours, base, theirs].map(paragraphs) as [string[], string[], string[]];
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const kept: string[] = [];
  let place = 0;
  for (const { ok, conflict } of regions) {
    if (ok) kept.push(...ok);
    if (!conflict) continue;
    const collision = {
      field: `body.${place}`,
      base: textOf(conflict.o),
      ours: textOf(conflict.a),
      theirs: textOf(conflict.b),
    };
    place += 1;
    const decided = decide(collision);
    if (decided) kept.push(String(decided.value));
    else collisions.push(collision);
  }
  const text = textOf(kept);
  return { text: text === '' ? '' : `\n${text}\n`, collisions };
}

/** Paragraphs as the text that they are. */
function textOf(paragraphs: readonly string[]): string {
  return paragraphs.filter((one) => one !== between).join('\n\n');
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
