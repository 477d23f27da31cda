/** What the entries on the site are called, for pages that point at them. */
import { pathOf } from '#src/schema/entry-file.ts';
import { allTypes } from '#src/schema/index.ts';
import type { TitleOf } from '../content/compare.ts';
import type { LiveEntry } from '../content/live-entries.ts';

export interface Names {
  titleOf: TitleOf;
  /** Whether the site has a file at this path. */
  has: (path: string) => boolean;
  /** Slug, name and place (1 to 7) of every axis, in order. */
  axes: readonly { slug: string; title: string; order: number }[];
}

const known = new WeakMap<readonly LiveEntry[], Names>();

/** The names of what stands on the site; made once for each list of entries. */
export function namesOf(entries: readonly LiveEntry[]): Names {
  const names = known.get(entries) ?? readNames(entries);
  known.set(entries, names);
  return names;
}

function readNames(entries: readonly LiveEntry[]): Names {
  const byPath = new Map(entries.map((entry) => [entry.path, entry.summary]));
  const axes = entries
    .filter(({ type }) => type.name === 'axis')
    .map(({ slug, summary: { title, order } }) => ({
      slug,
      title: typeof title === 'string' ? title : slug,
      order: typeof order === 'number' ? order : 0,
    }));
  return {
    titleOf: (name, slug) => {
      const type = allTypes.find((one) => one.name === name);
      const title = type && byPath.get(pathOf(type, slug))?.['title'];
      return typeof title === 'string' ? title : slug;
    },
    has: (path) => byPath.has(path),
    axes: axes.sort((a, b) => a.order - b.order),
  };
}
