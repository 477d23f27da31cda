import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { cached, cacheFolder, cacheKey } from '../build-cache.ts';
import { codeReached } from '../code-reached.ts';
import { filesOf } from '../files-of.ts';
import { FinishedFiles } from './finished-files.ts';
import { indexFolder } from '../search/index-format.ts';
import { makeIndex, type FacetValue, type PageText } from '../search/make-index.ts';
import { facetNames, type FacetName } from '../search/url-state.ts';
import { writeIndex } from './search-files.ts';

/** Astro integration: after a build, makes the search index of the pages in `<dist>/tim/`. */
export function search(finished: FinishedFiles): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = Date.now();
        const count = await buildIndex(fileURLToPath(dir), finished);
        logger.info(`Chỉ mục tìm kiếm: ${count} trang, ${Date.now() - started} ms`);
      },
    },
  };
}

/**
 * Indexes the pages in a folder of built HTML that have `data-pagefind-body`, and writes `tim/` in the
 * same folder. Returns the number of pages. Of a former site's index what is the same stays where it stands.
 */
export async function buildIndex(folder: string, finished = new FinishedFiles()): Promise<number> {
  const outputPath = join(folder, indexFolder);
  try {
    await rm(outputPath, { recursive: true, force: true });
    const pages = await readPages(folder, finished);
    await writeIndex(outputPath, makeIndex(pages), finished);
    return pages.length;
  } catch (cause) {
    throw new Error(`Không lập được chỉ mục tìm kiếm trong ${outputPath}.`, { cause });
  } finally {
    await close();
  }
}

interface Page {
  path: string;
  html: string;
  /** Under which its text is kept. */
  name: string;
}

/** Pages whose HTML is in memory at a time, here and with Pagefind. */
const atATime = 500;

/**
 * The texts of the pages that have `data-pagefind-body`, those that stand finished first. What a build has
 * read is not read again.
 */
async function readPages(folder: string, finished: FinishedFiles): Promise<PageText[]> {
  const code = cacheKey(...codeReached('src/integrations/search.ts'));
  const paths = filesOf(folder)
    .filter((path) => path.endsWith('.html') && !finished.isPlaced(path))
    .sort();
  const texts: PageText[] = [];
  const gone = () => Promise.reject(new Error('Tệp đã bị xóa khi đang dựng trang. Hãy dựng lại.'));
  for (const name of finished.placedTexts().values()) {
    texts.push(JSON.parse((await cached(name, gone)).toString()) as PageText);
  }
  for (let at = 0; at < paths.length; at += atATime) {
    texts.push(...(await readSome(folder, paths.slice(at, at + atATime), code, finished)));
  }
  return texts;
}

/** The texts of those of the pages that search finds; `code` names what reads them. */
async function readSome(
  folder: string,
  paths: readonly string[],
  code: string,
  finished: FinishedFiles,
): Promise<PageText[]> {
  const pages = paths
    .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }))
    .filter(({ html }) => html.includes('data-pagefind-body'))
    .map((page) => ({ ...page, name: `${cacheKey(code, page.path, page.html)}.text.json` }));
  const read = await readNew(pages.filter(({ name }) => !existsSync(join(cacheFolder, name))));
  const texts: PageText[] = [];
  for (const { path, name } of pages) {
    finished.keepText(path, name);
    const text = () => Promise.resolve(Buffer.from(JSON.stringify(read.get(addressOf(path)))));
    texts.push(JSON.parse((await cached(name, text)).toString()) as PageText);
  }
  return texts;
}

/**
 * Pagefind reads pages: what of them is text, what a heading with an anchor, what a fact for filtering.
 * It keeps that in one “fragment” a page; the rest of its index is not used. The result is by address.
 */
async function readNew(pages: readonly Page[]): Promise<ReadonlyMap<string, PageText>> {
  if (pages.length === 0) return new Map();
  const { index, errors } = await createIndex({ forceLanguage: 'vi' });
  if (!index) throw new Error(errors.join('\n'));
  try {
    await Promise.all(pages.map(({ path, html }) => addPage(index, path, html)));
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return new Map(
      files
        .filter(({ path }) => path.endsWith('.pf_fragment'))
        .map(({ content }) => pageText(readFragment(content)))
        .map((text) => [text.address, text]),
    );
  } finally {
    await index.deleteIndex();
  }
}

async function addPage(index: PagefindIndex, path: string, html: string): Promise<void> {
  const content = withGaps(html).normalize('NFC');
  const { errors } = await index.addHTMLFile({ url: addressOf(path), content });
  if (errors.length > 0) throw new Error(`${path}: ${errors.join('\n')}`);
}

/** Pagefind joins the last word of a term with the first of its description. */
function withGaps(html: string): string {
  return html.replaceAll(/<\/(?:dt|dd|th|td)>/g, '$& ');
}

/** The address of a built file: `bai-viet/x/index.html` is `/bai-viet/x/`. */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** What Pagefind knows of a page. */
interface Fragment {
  url: string;
  content: string;
  filters: Partial<Record<FacetName, string[]>>;
  meta: { title?: string; summary?: string; date?: string };
  /** Elements with an id; `location` counts the words of the content before it. */
  anchors: { element: string; id: string; text: string; location: number }[];
}

const signature = 'pagefind_dcd';

function readFragment(content: Uint8Array): Fragment {
  const text = gunzipSync(content).toString();
  if (!text.startsWith(signature)) {
    throw new Error('Pagefind ghi các phần của chỉ mục theo cách khác: xem lại phiên bản đã ghim.');
  }
  return JSON.parse(text.slice(signature.length)) as Fragment;
}

function pageText({ url, content, filters, meta, anchors }: Fragment): PageText {
  const words = content.split(/\s+/);
  const headings = anchors.filter(({ element }) => /^h[2-6]$/.test(element));
  const starts = [
    { id: '', text: '', location: 0 },
    ...headings.sort((a, b) => a.location - b.location),
  ];
  return {
    address: url,
    title: meta.title?.trim() ?? url,
    summary: meta.summary?.trim() ?? '',
    date: meta.date ?? '',
    sections: starts.map(({ id, text, location }, at) => {
      return [id, text.trim(), words.slice(location, starts[at + 1]?.location).join(' ')];
    }),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, (filters[name] ?? []).flatMap(readValues)]),
    ),
  };
}

/** A page says `slug|name` or, of facets whose values results do not show, several slugs. */
function readValues(text: string): FacetValue[] {
  const [slugs = '', label] = text.split('|');
  return slugs.split(' ').map((slug) => ({ slug, label }));
}
