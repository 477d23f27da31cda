/**
 * What a change does to an entry, in words that an approver reads without knowing the file: each
 * field by its label, texts word by word, the body paragraph by paragraph.
 */
import { diffArrays } from 'diff';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import type { ContentType } from '#src/schema/type.ts';

/** A run of words that stayed, came or went. */
export interface Run {
  text: string;
  mark: 'same' | 'added' | 'removed';
}

export interface FieldChange {
  /** Name in the file; `body` for the text. */
  field: string;
  label: string;
  kind: 'added' | 'removed' | 'changed';
  /** One array of runs a paragraph or row; unchanged paragraphs of a long text are left out. */
  rows: Run[][];
  /** For a picture field: `/media/…` before and after, to be shown side by side. */
  pictures?: { before?: string; after?: string };
}

/** The name of another entry, for a field that points at it by slug. */
export type TitleOf = (type: string, slug: string) => string;

/**
 * Compares two texts of one entry's file. `before` is `undefined` for a new entry, `after` for a
 * deleted one. Fields come in the order of the form.
 */
export function compareEntry(
  type: ContentType,
  before: string | undefined,
  after: string | undefined,
  titleOf: TitleOf,
): FieldChange[] {
  const [old, now] = [read(type, before), read(type, after)];
  const changes = Object.entries(type.fields).flatMap(([name, { form }]) =>
    compareField(name, form, old.data[name], now.data[name], titleOf),
  );
  const text = compareTexts('body', 'Nội dung', old.body, now.body);
  return text ? [...changes, text] : changes;
}

function read(type: ContentType, raw: string | undefined) {
  if (raw === undefined) return { data: {} as Record<string, unknown>, body: '' };
  const parts =
    type.extension === 'yml'
      ? { front: raw, body: '' }
      : (splitEntryFile(raw) ?? { front: '', body: raw });
  return { data: (parse(parts.front) ?? {}) as Record<string, unknown>, body: parts.body.trim() };
}

function compareField(
  field: string,
  form: Form,
  before: unknown,
  after: unknown,
  titleOf: TitleOf,
): FieldChange[] {
  if (isDeepStrictEqual(tidy(before), tidy(after))) return [];
  const show = (value: unknown) => words(form, value, titleOf);
  const change = compareTexts(field, form.label, show(before), show(after));
  if (!change) return [];
  const [was, is] = [pictureIn(before), pictureIn(after)];
  if (was === undefined && is === undefined) return [change];
  return [{ ...change, pictures: { ...(was && { before: was }), ...(is && { after: is }) } }];
}

/** An untouched field may stand as an empty text, an empty list, null, or not at all. */
function tidy(value: unknown): unknown {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
    ? undefined
    : value;
}

function pictureIn(value: unknown): string | undefined {
  const src = typeof value === 'object' && value !== null && 'src' in value ? value.src : value;
  return typeof src === 'string' && src.startsWith('/media/') ? src : undefined;
}

/** A value as its reader would say it; rows of a list stand on lines of their own. */
function words(form: Form, value: unknown, titleOf: TitleOf): string {
  if (value === undefined || value === null || value === '') return '';
  switch (form.widget) {
    case 'relation':
      return many(value, (slug) => titleOf(form.to, slug));
    case 'select':
      return many(value, (one) => form.options.find((o) => o.value === one)?.label ?? one);
    case 'boolean':
      return value === true ? 'có' : 'không';
    case 'lines':
      return many(value, (one) => one);
    case 'date':
      return (value as string).split('-').reverse().join('/');
    case 'object':
      return group(form.fields, value as Record<string, unknown>, titleOf).join('\n');
    case 'list':
      return (value as Record<string, unknown>[])
        .map((row) => group(form.fields, row, titleOf).join(' · '))
        .join('\n');
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function many(value: unknown, show: (one: string) => string): string {
  return (Array.isArray(value) ? value : [value]).map((one) => show(String(one))).join('\n');
}

function group(fields: Fields, data: Record<string, unknown>, titleOf: TitleOf): string[] {
  return Object.entries(fields).flatMap(([name, { form }]) => {
    const text = words(form, data[name], titleOf);
    return text ? [`${form.label}: ${text}`] : [];
  });
}

function compareTexts(
  field: string,
  label: string,
  before: string,
  after: string,
): FieldChange | undefined {
  if (before === after) return undefined;
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return { field, label, kind, rows: compareParagraphs(before, after) };
}

/** Paragraphs that changed; where one replaces another, their words are compared. */
function compareParagraphs(before: string, after: string): Run[][] {
  const parts = diffArrays(paragraphs(before), paragraphs(after));
  const rows: Run[][] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const next = parts[at + 1];
    if (part.removed && next?.added) {
      rows.push(...compareRuns(part.value, next.value));
      at += 1;
    } else if (part.added || part.removed) {
      const mark = part.added ? 'added' : 'removed';
      rows.push(...part.value.map((text): Run[] => [{ text, mark }]));
    }
  }
  return rows;
}

function compareRuns(before: string[], after: string[]): Run[][] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
    compareWords(before[at] ?? '', after[at] ?? ''),
  );
}

/** Words are what stands between spaces: in Vietnamese, syllables. */
function compareWords(before: string, after: string): Run[] {
  const tokens = (text: string) => text.split(/(\s+)/).filter(Boolean);
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    mark: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function paragraphs(text: string): string[] {
  return text.split(/\n+/).filter((one) => one.trim() !== '');
}
