/** The slug of a new entry while it is edited: a value of the form that never reaches the file. */
import type { Map } from 'immutable';
import { frontmatterYAML } from 'decap-cms-core/dist/esm/formats/frontmatter.js';
import { allTypes } from '#src/schema/index.ts';
import { toSlug } from '#src/schema/slug.ts';
import { slugField } from './slug-field.ts';

/** The fields from which slugs are made; the title where there is none of the others. */
const slugSources = [...new Set(allTypes.map((type) => type.slugField))].sort(
  (a, b) => Number(a === 'title') - Number(b === 'title'),
);

/** The slug as typed, else as the title suggests it; empty while there is neither. */
export function slugOf(data: Map<string, unknown>): string {
  const typed = data.get(slugField);
  if (typeof typed === 'string' && typed !== '') return typed;
  const named = slugSources.map((field) => data.get(field)).find((value) => value !== undefined);
  return typeof named === 'string' ? toSlug(named) : '';
}

const frontMatter = frontmatterYAML();

/**
 * How an entry's file is read and written: YAML front matter and the body, without the slug and
 * without what was taken out of the form again.
 */
export const entryFormat = {
  fromFile: (text: string): unknown => frontMatter.fromFile(text),
  toFile(data: Record<string, unknown>, keys: string[], comments: unknown): string {
    const kept = Object.entries(data).filter(
      ([name, value]) => name !== slugField && value !== undefined,
    );
    return frontMatter.toFile(Object.fromEntries(kept), keys, comments);
  },
};

const fence = '---\n';

/** The same for a file that is data alone: front matter without its fences. */
export const dataFormat = {
  fromFile: (text: string): unknown => entryFormat.fromFile(`${fence}${text}${fence}`),
  toFile(data: Record<string, unknown>, keys: string[], comments: unknown): string {
    return entryFormat
      .toFile(data, keys, comments)
      .slice(fence.length)
      .replace(/---\n*$/, '');
  },
};
