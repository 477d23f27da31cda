import { infographicKinds } from '../../schema/infographic.ts';
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
  'messageNote',
  'keyPoints',
  'actions',
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
  return entries.flatMap((entry) => drawnFields(entry).flatMap((field) => unknownIn(entry, field)));
}

/** An infographic is drawn whole. */
function drawnFields({ type }: EntryFile): string[] {
  return type.name === 'infographic'
    ? [...drawn, ...infographicKinds.map(({ value }) => value)]
    : drawn;
}

function unknownIn(entry: EntryFile, field: string): Finding[] {
  const text = [...textsIn(entry.data[field])].join('');
  const unknown = [...new Set(text)].filter((character) => !known.has(character));
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

/** Every text in a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}
