/**
 * What entries are called behind a git host, where no server answers: as the site names them in the files of its
 * content API, a hundred in each. Decap would ask the host for every entry.
 */
import { apiListPage, apiLists, apiPaths } from '#src/channels/api/paths.ts';
import type { ApiIndex, ApiList, ApiReference } from '#src/channels/api/shapes.ts';
import type { PageTypeName } from '#src/schema/index.ts';
import { readable, scorerOf } from '../list/match.ts';
import type { FoundNames, Name } from '../list/page.ts';

const known = new Map<PageTypeName, Promise<readonly Name[]>>();

/**
 * Entries of a type whose names answer `term` (all when empty), and the one of `slug` whatever is searched. Read
 * once while the CMS is open; throws when a file does not come, and the next call asks again.
 */
export async function findPublished(
  type: PageTypeName,
  term: string,
  slug: string,
): Promise<FoundNames> {
  const reading = known.get(type) ?? publishedNames(type);
  known.set(type, reading);
  const all = await reading.catch((cause: unknown) => {
    known.delete(type);
    throw cause;
  });
  const score = scorerOf(term);
  const found = term.trim() === '' ? all : all.filter(({ title }) => score(readable(title)) > 0);
  const chosen = all.filter((one) => one.slug === slug);
  return { names: [...new Set([...chosen, ...found])], found: found.length };
}

/**
 * The names of a type as the site has them, axes in the order of the plan; `origin` is the site's, empty for the one
 * that is open. Throws when a file does not come.
 */
export async function publishedNames(type: PageTypeName, origin = ''): Promise<readonly Name[]> {
  if (type === 'axis') return (await read<ApiIndex>(origin + apiPaths.index)).axes.map(nameOf);
  const names: Name[] = [];
  for (let [page, pages] = [1, 1]; page <= pages; page += 1) {
    const list = await read<ApiList>(origin + apiListPage(apiLists.type(type), page));
    names.push(...list.items.map(nameOf));
    ({ pages } = list);
  }
  return names;
}

function nameOf({ slug, title }: ApiReference): Name {
  return { slug, title };
}

async function read<File>(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as File;
}
