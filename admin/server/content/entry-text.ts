/** A content file taken apart for changes that leave everything else as its writer put it. */
import { isDeepStrictEqual } from 'node:util';
import { parseDocument, stringify, type Document } from 'yaml';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { isUnsaid } from '#src/schema/unsaid.ts';

export interface EntryText {
  front: Document;
  /** The fields as plain values. */
  data: Record<string, unknown>;
  body: string;
  /** Whether the file is front matter with a text below, or data alone. */
  hasBody: boolean;
}

/**
 * A new text of a file, in the form in which the file stands: the CMS writes every field anew, in its
 * own order and quotes, and a correction of one word would else be a difference of many lines.
 *
 * @throws when the new text is no content file at all.
 */
export function inFormOf(before: string | undefined, after: string): string {
  const next = readEntryText(after);
  const entry = before === undefined ? undefined : readForChange(before);
  // Without a file before it: one field a line, however long.
  if (!entry) return writeEntryText(next);
  const names = new Set([...Object.keys(entry.data), ...Object.keys(next.data)]);
  const changed = [...names].filter((name) => !isSame(entry.data[name], next.data[name]));
  for (const name of changed) setField(entry, name, next.data[name]);
  if (changed.length > 0) return writeEntryText(entry, next.body);
  return before!.slice(0, before!.length - entry.body.length) + next.body;
}

/** The file taken apart; `undefined` for one that nobody can read, which is written anew. */
function readForChange(text: string): EntryText | undefined {
  try {
    const entry = readEntryText(text);
    return entry.front.errors.length > 0 ? undefined : entry;
  } catch {
    return undefined;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other) || (saysNothing(one) && saysNothing(other));
}

function saysNothing(value: unknown): boolean {
  return value === undefined || isUnsaid(value) || (Array.isArray(value) && value.length === 0);
}

/** @throws when the text is no content file at all. */
export function readEntryText(text: string): EntryText {
  const hasBody = /^\uFEFF?---/.test(text);
  const parts = hasBody ? splitEntryFile(text) : { front: text, body: '' };
  if (!parts) throw new Error('Tệp nội dung không có phần khai báo giữa hai dòng ---.');
  const front = parseDocument(parts.front);
  const data = (front.toJS() ?? {}) as Record<string, unknown>;
  return { front, data, body: parts.body, hasBody };
}

/** Sets a field of the front matter; `undefined` takes it out. */
export function setField({ front }: EntryText, field: string, value: unknown): void {
  if (value === undefined) front.delete(field);
  else front.set(field, parseDocument(stringify(value)).contents);
}

/** The file's text, with another body when one is given. */
export function writeEntryText({ front, body, hasBody }: EntryText, newBody = body): string {
  const text = front.toString({ lineWidth: 0 });
  return hasBody ? `---\n${text}---\n${newBody}` : text;
}
