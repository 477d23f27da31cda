import { drawnBlocks } from '../../schema/drawn-blocks.ts';
import type { EntryFile } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';
import type { SettingsData } from '../../schema/index.ts';
import type { PagesOf } from '../../schema/type.ts';
import { alphabet } from '../../text/alphabet.ts';
import { finding, type ContentSet } from './rule.ts';

/** What pictures and posters are signed with. */
const signature: readonly (keyof SettingsData)[] = [
  'siteName',
  'ward',
  'city',
  'organization',
  'description',
];

/** A line end is not drawn. */
const known = new Set(alphabet).add('\n');

/** What is drawn on pictures uses the characters of the site's font. */
export function characters({ entries }: ContentSet): Finding[] {
  return entries.flatMap(undrawableIn);
}

/** An entry that was read once is checked again with every change of another. */
const found = new WeakMap<EntryFile, Finding[]>();

/** As `undrawable`, looked for once. */
export function undrawableIn(entry: EntryFile): Finding[] {
  const list = found.get(entry) ?? undrawable(entry);
  found.set(entry, list);
  return list;
}

/** Says what no picture can draw of an entry that was read elsewhere. */
export function keepUndrawable(entry: EntryFile, list: Finding[]): void {
  found.set(entry, list);
}

/** What one entry says with characters that no picture can draw, such as an emoji. */
export function undrawable(entry: EntryFile): Finding[] {
  const shown = new Set(shownTexts(entry).join(''));
  const fields = { ...entry.data, body: drawnBlocks(entry.body) };
  return Object.entries(fields).flatMap(([field, value]): Finding[] => {
    const text = new Set([...textsIn(value)].join(''));
    const unknown = [...text].filter((letter) => !known.has(letter) && shown.has(letter));
    if (unknown.length === 0) return [];
    const label = entry.type.fields[field]?.form.label ?? 'Nội dung';
    const list = unknown.map((letter) => `“${letter}”`).join(', ');
    const message = `Ký tự ${list} không có trong bộ chữ của trang nên không vẽ được lên ảnh. Hãy bỏ đi hoặc viết bằng chữ.`;
    return [finding(entry, 'characters', field, label, message)];
  });
}

/** All that pictures and posters say of an entry: what its type tells the channels. */
function shownTexts({ type, data, body }: EntryFile): string[] {
  if (type.name === 'settings') return [...textsIn(signature.map((name) => data[name]))];
  const { pages } = type as { pages?: PagesOf<unknown> };
  if (!pages) return [];
  // An infographic is drawn whole: the group of its kind. What an axis says, others draw, too.
  const groups = Object.entries(type.fields).flatMap(([name, { form }]) =>
    form.widget === 'object' && form.shownFor ? [data[name]] : [],
  );
  const { title, shortTitle, summary } = data;
  const own = pages.kit?.(data) ?? (groups.length > 0 ? groups : data);
  const told = [own, pages.cardText?.(data), pages.keyWord?.(data)];
  return [...textsIn([title, shortTitle, summary, told, drawnBlocks(body)])];
}

/** Every text in a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}
