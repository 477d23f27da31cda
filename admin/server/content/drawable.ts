/** Whether the pictures of an entry can be drawn: they have the site's letters and no others. */
import { readFont } from '#src/channels/fonts/files.ts';
import { missingGlyphs } from '#src/channels/fonts/glyphs.ts';
import type { Finding } from '#src/schema/finding.ts';
import type { EntryFile } from '#src/schema/entry-file.ts';

/** The fields whose words pictures show, of every type; of an infographic, what it draws too. */
const drawn = ['title', 'shortTitle', 'summary', 'message'];

/** Fields of an infographic that no picture shows. */
const notDrawn = ['sources', 'changeNote'];

/** What an entry says with characters that no picture can draw, such as an emoji. */
export function checkDrawable({ path, type, data }: EntryFile): Finding[] {
  const isShown = (name: string) =>
    type.name === 'infographic' ? !notDrawn.includes(name) : drawn.includes(name);
  return Object.entries(data).flatMap(([name, value]): Finding[] => {
    const text = isShown(name) ? textsOf(value).join('').replace(/\s/g, '') : '';
    const [missing] = missingGlyphs(text, font());
    if (missing === undefined) return [];
    const label = type.fields[name]?.form.label ?? name;
    const message = `Ảnh chia sẻ không vẽ được ký tự “${missing}”. Hãy bỏ ký tự này.`;
    return [{ file: path, field: name, label, message, rule: 'drawable', severity: 'error' }];
  });
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(textsOf);
}

let read: Buffer | undefined;

function font(): Buffer {
  return (read ??= readFont(400));
}
