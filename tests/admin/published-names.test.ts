import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publishedNames } from '#admin/app/published-names.ts';
import { apiPaths } from '#src/channels/api/paths.ts';
import type { PageTypeName } from '#src/schema/index.ts';
import { catalogueOf, filesOf, read, someContent } from '#tests/channels/api-fixtures.ts';
import { fixtureEntry } from '#tests/fixtures/entries.ts';
import { serveFolder } from '#tests/support/static-server.ts';

test('behind a git host entries have the names that the site gives them, and a file that does not come is told', async () => {
  const files = someContent(0);
  for (let n = 1; n <= 130; n += 1) {
    const { path, text } = fixtureEntry('document', n);
    files.set(path, text);
  }
  const content = read(files);
  const { index, lists } = filesOf(await catalogueOf(content), content);
  const folder = await mkdtemp(join(tmpdir(), 'published-names-'));
  const { site, stop } = await serveFolder(folder);
  onTestFinished(async () => {
    stop();
    await rm(folder, { recursive: true, force: true });
  });
  await expect(publishedNames('axis', site)).rejects.toThrow(`${site}${apiPaths.index}: 404`);
  for (const [path, data] of [
    [apiPaths.index, index] as const,
    ...lists.map(({ path, list }) => [path, list] as const),
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(data));
  }
  const titles = async (type: PageTypeName) =>
    (await publishedNames(type, site)).map(({ title }) => title);
  expect(await titles('axis')).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Trục số ${n}`));
  expect(await titles('unit')).toEqual(['Ủy ban nhân dân phường']);
  // Of more than one page, too.
  const documents = await publishedNames('document', site);
  expect(documents.length).toBe(131);
  expect(documents).toContainEqual({ slug: 'ke-hoach', title: 'Kế hoạch của phường' });
});
