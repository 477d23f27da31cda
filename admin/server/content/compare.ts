/**
 * What a change does to an entry, in words that an approver reads without knowing the file: each
 * field by its label, texts word by word, the body paragraph by paragraph.
 */
import { diffArrays } from 'diff';
import { isDeepStrictEqual } from 'node:util';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import type { ContentType } from '#src/schema/index.ts';
import { bodyLines, bodyPictures } from './body-lines.ts';
import { frontOf } from './change-files.ts';
import { isGroup } from './values.ts';

/** A run of words that stayed, came or went. */
export interface Run {
  text: string;
  /** `moved`: it stood elsewhere, and stands here now. */
  mark: 'same' | 'added' | 'removed' | 'moved';
}

export interface PicturePair {
  before?: string;
  after?: string;
}

export interface FieldChange {
  /** Name in the file; `body` for the text. */
  field: string;
  label: string;
  kind: 'added' | 'removed' | 'changed';
  /** One array of runs a paragraph or row; unchanged paragraphs of a long text are left out. */
  rows: Run[][];
  /** Pictures that changed: `/media/…` before and after, to be shown side by side. */
  pictures?: PicturePair[];
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
  return old.body === now.body ? changes : [...changes, compareBodies(old.body, now.body)];
}

/** Bodies as their readers read them. */
function compareBodies(before: string, after: string): FieldChange {
  const [was, is] = [bodyPictures(before), bodyPictures(after)];
  const gone = was.filter((path) => !is.includes(path));
  const come = is.filter((path) => !was.includes(path));
  const pictures = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) =>
    pair(gone[at], come[at]),
  );
  const rows = compareParagraphs(bodyLines(before), bodyLines(after));
  const look: Run = {
    text: 'Chỉ đổi cách trình bày: chữ đậm, nghiêng, khoảng cách.',
    mark: 'same',
  };
  return {
    field: 'body',
    label: 'Nội dung',
    kind: before === '' ? 'added' : after === '' ? 'removed' : 'changed',
    rows: rows.length > 0 ? rows : [[look]],
    ...(pictures.length > 0 && { pictures }),
  };
}

function pair(before: string | undefined, after: string | undefined): PicturePair {
  return { ...(before && { before }), ...(after && { after }) };
}

function read(type: ContentType, raw: string | undefined) {
  if (raw === undefined) return { data: {} as Record<string, unknown>, body: '' };
  const body = type.extension === 'yml' ? '' : (splitEntryFile(raw)?.body ?? raw);
  return { data: frontOf(type, raw), body: body.trim() };
}

function compareField(
  field: string,
  form: Form,
  before: unknown,
  after: unknown,
  titleOf: TitleOf,
): FieldChange[] {
  if (isDeepStrictEqual(tidy(before), tidy(after))) return [];
  const show = (value: unknown) => wordsOf(form, value, titleOf);
  const change = compareTexts(field, form.label, show(before), show(after));
  if (!change) return [];
  const [was, is] = [pictureIn(before), pictureIn(after)];
  if (was === undefined && is === undefined) return [change];
  return [{ ...change, pictures: [pair(was, is)] }];
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

/**
 * A value as its reader would say it; rows of a list stand on lines of their own. A value that is
 * not of the field's kind, which the checks will say, is shown as it stands in the file.
 */
export function wordsOf(form: Form, value: unknown, titleOf: TitleOf): string {
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
      return asText(value).split('-').reverse().join('/');
    case 'object':
      return isGroup(value) ? group(form.fields, value, titleOf).join('\n') : asText(value);
    case 'list':
      return (Array.isArray(value) ? value : [value])
        .map((row) => (isGroup(row) ? group(form.fields, row, titleOf).join(' · ') : asText(row)))
        .join('\n');
    default:
      return asText(value);
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function many(value: unknown, show: (one: string) => string): string {
  return (Array.isArray(value) ? value : [value]).map((one) => show(asText(one))).join('\n');
}

function group(fields: Fields, data: Record<string, unknown>, titleOf: TitleOf): string[] {
  return Object.entries(fields).flatMap(([name, { form }]) => {
    const text = wordsOf(form, data[name], titleOf);
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
  return { field, label, kind, rows: compareParagraphs(paragraphs(before), paragraphs(after)) };
}

/** Paragraphs that changed; where one replaces another, their words are compared. */
function compareParagraphs(before: string[], after: string[]): Run[][] {
  const parts = diffArrays(before, after);
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
  return withMoves(rows);
}

/** A paragraph that went in one place and came in another has moved: it is shown once, where it is now. */
function withMoves(rows: readonly Run[][]): Run[][] {
  const whole = (mark: Run['mark']) =>
    rows.flatMap((row) => (row.length === 1 && row[0]!.mark === mark ? [row[0]!.text] : []));
  const [gone, come] = [whole('removed'), whole('added')];
  const isMoved = ({ text }: Run) => gone.includes(text) && come.includes(text);
  return rows.flatMap((row): Run[][] => {
    const [run] = row;
    if (row.length !== 1 || !run || run.mark === 'same' || !isMoved(run)) return [row];
    return run.mark === 'removed' ? [] : [[{ text: run.text, mark: 'moved' }]];
  });
}

/** Below this share of words in common, two texts are shown whole, one after the other. */
const alike = 0.4;

/** Lines that replaced others: each beside the next one that is like it. */
function compareRuns(before: readonly string[], after: readonly string[]): Run[][] {
  if (before.length === 1 && after.length === 1) return [compareWords(before[0]!, after[0]!)];
  const rows: Run[][] = [];
  const added = (text: string): Run[] => [{ text, mark: 'added' }];
  let next = 0;
  for (const was of before) {
    const match = after.findIndex((is, at) => at >= next && inCommon(was, is) >= alike);
    if (match < 0) {
      rows.push([{ text: was, mark: 'removed' }]);
      continue;
    }
    rows.push(...after.slice(next, match).map(added), compareWords(was, after[match]!));
    next = match + 1;
  }
  return [...rows, ...after.slice(next).map(added)];
}

/** Share of the longer text that both have. */
function inCommon(before: string, after: string): number {
  const same = runsOf(before, after).filter(({ mark }) => mark === 'same');
  const length = same.reduce((sum, { text }) => sum + text.length, 0);
  return length / Math.max(before.length, after.length);
}

/** Two versions of one text, word by word. */
export function compareWords(before: string, after: string): Run[] {
  if (inCommon(before, after) >= alike) return joined(runsOf(before, after));
  return joined([
    { text: before, mark: 'removed' },
    { text: after, mark: 'added' },
  ]);
}

/** Words are what stands between spaces: in Vietnamese, syllables. */
function runsOf(before: string, after: string): Run[] {
  const tokens = (text: string) => text.split(/(\s+)/).filter(Boolean);
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }): Run => ({
    text: value.join(''),
    mark: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/**
 * Changes with nothing but a space between them are one change: what went, then what came. Reading
 * every second word struck out helps nobody.
 */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) result.push({ text: removed, mark: 'removed' });
    if (added) result.push({ text: added, mark: 'added' });
    [removed, added] = ['', ''];
  };
  runs.forEach(({ text, mark }, at) => {
    const isGap =
      mark === 'same' && text.trim() === '' && removed + added !== '' && at + 1 < runs.length;
    if (mark === 'same' && !isGap) {
      flush();
      result.push({ text, mark });
    }
    if (mark === 'removed' || isGap) removed += text;
    if (mark === 'added' || isGap) added += text;
  });
  flush();
  return result;
}

function paragraphs(text: string): string[] {
  return text.split(/\n+/).filter((one) => one.trim() !== '');
}
