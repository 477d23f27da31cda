import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { toIndexed } from '../search/text.ts';

/** What Pagefind writes for interfaces and workers that the site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$/;

/** Astro integration: after a build, makes the Vietnamese search index of the pages in `<dist>/pagefind/`. */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = Date.now();
        const count = await buildIndex(fileURLToPath(dir));
        logger.info(`Chỉ mục tìm kiếm: ${count} trang, ${Date.now() - started} ms`);
      },
    },
  };
}

/**
 * Indexes the pages in a folder of built HTML that have `data-pagefind-body`, and writes
 * `pagefind/` in the same folder. Returns the number of pages.
 */
export async function buildIndex(folder: string): Promise<number> {
  const outputPath = join(folder, 'pagefind');
  try {
    await rm(outputPath, { recursive: true, force: true });
    const files = (await readdir(folder, { recursive: true }))
      .filter((path) => path.endsWith('.html'))
      .sort();
    const { index, errors } = await createIndex({ forceLanguage: 'vi' });
    if (!index) throw new Error(errors.join('\n'));
    const added: Promise<boolean>[] = [];
    // One after another keeps the order, and with it the index, the same from build to build.
    for (const path of files)
      added.push(addPage(index, path, readFileSync(join(folder, path), 'utf8')));
    const indexed = await Promise.all(added);
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
    await removeUnused(outputPath);
    return indexed.filter(Boolean).length;
  } catch (cause) {
    throw new Error(`Không lập được chỉ mục tìm kiếm trong ${outputPath}.`, { cause });
  } finally {
    await close();
  }
}

/** True when the page has something to index. */
async function addPage(index: PagefindIndex, path: string, html: string): Promise<boolean> {
  if (!html.includes('data-pagefind-body')) return false;
  const { errors } = await index.addHTMLFile({ url: addressOf(path), content: toIndexed(html) });
  if (errors.length > 0) throw new Error(`${path}: ${errors.join('\n')}`);
  return true;
}

/** The address of a built file: `bai-viet/x/index.html` is `/bai-viet/x/`. */
function addressOf(path: string): string {
  return `/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
}

async function removeUnused(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => unused.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name))));
}
