/** Gives an entry another slug, and every entry that points at it the new one. */
import { locate } from '#src/schema/entry-file.ts';
import { entryBlock } from '#src/schema/entry-block.ts';
import { pointers } from '#src/schema/pointers.ts';
import { readEntryText, setField, writeEntryText } from '../content/entry-text.ts';
import { Refusal } from '../http/errors.ts';
import { entryPlace, isEntryPath, type EntryPlace } from '../content/files.ts';

/**
 * The files that change: the old one goes, the new one knows its former slug, others point at the
 * new one. `content` holds the text of every content file by path.
 */
export function renameEntry(
  { type, slug, path }: EntryPlace,
  newSlug: string,
  content: ReadonlyMap<string, string>,
): Map<string, string | undefined> {
  const { path: newPath } = entryPlace(type.name, newSlug);
  if (content.has(newPath)) {
    const message = `Mã “${newSlug}” đã có mục khác dùng. Hãy chọn mã khác.`;
    throw new Refusal(409, 'slug-taken', message);
  }
  const texts = new Map<string, string | undefined>([[path, undefined]]);
  const address = type.address && addressChange(type.address(slug), type.address(newSlug));
  for (const [file, text] of content) {
    if (!isEntryPath(file) || !text.includes(slug)) continue;
    const moved = ledAnew(address ? address(text) : text, { to: type.name, slug, newSlug });
    const pointed = pointAnew(file, moved, { to: type.name, slug, newSlug });
    if (file !== path && pointed !== text) texts.set(file, pointed);
    if (file === path) texts.set(newPath, withFormerSlug(pointed, slug, newSlug));
  }
  // An entry whose own text nowhere holds its slug.
  if (!texts.has(newPath)) texts.set(newPath, withFormerSlug(content.get(path)!, slug, newSlug));
  return texts;
}

/** Replaces an address of the site, with or without its last slash, wherever a text links to it. */
function addressChange(from: string, to: string): (text: string) => string {
  const pattern = from.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const link = new RegExp(`(?<![\\w/.-])${pattern}(?=/?(?:[?#\\s"')\\]>]|$))`, 'gm');
  return (text) => text.replace(link, to.replace(/\/$/, ''));
}

interface Renaming {
  to: string;
  slug: string;
  newSlug: string;
}

/** The text with every block that leads to the entry leading to its new slug. */
function ledAnew(text: string, { to, slug, newSlug }: Renaming): string {
  return text.replace(new RegExp(`<${entryBlock}\\b[^>]*>`, 'g'), (tag) =>
    tag.includes(`type="${to}"`) ? tag.replace(`entry="${slug}"`, `entry="${newSlug}"`) : tag,
  );
}

/** The text with every field that points at the entry pointing at its new slug. */
function pointAnew(path: string, text: string, renaming: Renaming): string {
  const { type } = locate(path)!;
  const entry = readEntryText(text);
  const stale = [...pointers(type.fields, entry.data)].filter(
    ({ to, slug }) => to === renaming.to && slug === renaming.slug,
  );
  for (const { path: place } of stale) entry.front.setIn(place, renaming.newSlug);
  return stale.length > 0 ? writeEntryText(entry) : text;
}

function withFormerSlug(text: string, slug: string, newSlug: string): string {
  const entry = readEntryText(text);
  const { formerSlugs } = entry.data;
  const former: unknown[] = Array.isArray(formerSlugs) ? formerSlugs : [];
  setField(entry, 'formerSlugs', [...former.filter((one) => one !== newSlug), slug]);
  return writeEntryText(entry);
}
