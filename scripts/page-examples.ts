/** One page of every kind, for measures and looks at all of them. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pageTypes } from '../src/schema/index.ts';

/**
 * Name and path of a page of every kind: the first entry and the list of each type, and the rest, of the
 * build in `root`.
 */
export async function pageExamples(root: string): Promise<[name: string, path: string][]> {
  const found: [string, string][] = [['home', '/']];
  for (const { name, pages } of pageTypes) {
    if (pages.section === '') continue;
    const entries = await readdir(join(root, pages.section), { withFileTypes: true }).catch(
      () => [],
    );
    if (entries.length === 0) continue;
    found.push([`${name}, list`, `/${pages.section}/`]);
    for (const entry of entries
      .filter((one) => one.isDirectory())
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `/${pages.section}/${entry.name}/`;
      if (!(await isFile(join(root, path, 'index.html')))) continue;
      found.push([name, path]);
      break;
    }
  }
  return [...found, ['page', '/gioi-thieu/'], ['search', '/tim-kiem/'], ['roadmap', '/lo-trinh/']];
}

/** Whether there is a file at this path. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}
