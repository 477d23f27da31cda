/** The slug of a new entry while it is edited: a value of the form that never reaches the file. */
import type { Map } from 'immutable';
import { frontmatterYAML } from 'decap-cms-core/dist/esm/formats/frontmatter.js';
import { toSlug } from '#src/schema/slug.ts';
import { slugField } from './slug-field.ts';

/** The slug as typed, else as the title suggests it; empty while there is neither. */
export function slugOf(data: Map<string, unknown>): string {
  const typed = data.get(slugField);
  if (typeof typed === 'string' && typed !== '') return typed;
  const title = data.get('shortTitle') ?? data.get('title');
  return typeof title === 'string' ? toSlug(title) : '';
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
