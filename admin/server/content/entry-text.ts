/** A content file taken apart for changes that leave everything else as its writer put it. */
import { parseDocument, stringify, type Document } from 'yaml';
import { splitEntryFile } from '#src/schema/entry-file.ts';

export interface EntryText {
  front: Document;
  /** The fields as plain values. */
  data: Record<string, unknown>;
  body: string;
  /** Whether the file is front matter with a text below, or data alone. */
  hasBody: boolean;
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
