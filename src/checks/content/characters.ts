import type { EntryFile } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';
import { alphabet } from '../../text/alphabet.ts';
import { finding, type ContentSet } from './rule.ts';

/** Fields that stand on pictures, where no other font can fill in. */
const drawn = [
  'title',
  'shortTitle',
  'summary',
  'message',
  'messageMore',
  'siteName',
  'ward',
  'city',
  'organization',
  'description',
];

const known = new Set(alphabet);

/** What is drawn on pictures uses the characters of the site's font. */
export function characters({ entries }: ContentSet): Finding[] {
  return entries.flatMap((entry) => drawn.flatMap((field) => unknownIn(entry, field)));
}

function unknownIn(entry: EntryFile, field: string): Finding[] {
  const value = entry.data[field];
  if (typeof value !== 'string') return [];
  const unknown = [...new Set(value)].filter((character) => !known.has(character));
  if (unknown.length === 0) return [];
  const label = entry.type.fields[field]?.form.label ?? field;
  const list = unknown.map((character) => `“${character}”`).join(', ');
  return [
    finding(
      entry,
      'characters',
      field,
      label,
      `Ký tự ${list} không có trong bộ chữ của trang nên không vẽ được lên ảnh. Hãy bỏ đi hoặc viết bằng chữ.`,
    ),
  ];
}
