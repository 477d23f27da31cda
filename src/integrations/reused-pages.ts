import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { keptHeader } from '../channels/kit/respond.ts';
import { photoOfRead, showPhoto } from '../load/media.ts';
import { digestsIn } from '../load/site-content.ts';
import { fileOfRead } from '../load/tracked.ts';
import { beginRendering, digestsOf, endRendering, reading } from '../page-reads.ts';
import { allTypes } from '../schema/index.ts';
import type { FinishedFiles } from './finished-files.ts';
import { leavePages, takePages, type KeptPage, type LeftPages } from './left-pages.ts';
import { madeOf } from './made-of.ts';
import { NumberedReads } from './numbered-reads.ts';

const none = new Uint32Array();

/** Of pages that were made of other things nothing is taken over. */
const nothing: LeftPages = {
  ...{ made: '', reads: [], digests: [] },
  ...{ files: new Map(), pages: new Map() },
};

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * The prerenderer of pages that knows which of them are as they were: a page keeps the edition in which
 * it was rendered last while its props and everything that it read are the same, else it gets a new one
 * (`src/page-reads.ts`); and one that is as it was stands finished in its place before anybody renders it. `file` holds
 * what one build leaves to the next; it is away while a build runs, so that after one that broke off everything is
 * rendered.
 */
export function withReuse(
  pages: AstroPrerenderer,
  file: string,
  finished: FinishedFiles,
  logger: Pick<AstroIntegrationLogger, 'info' | 'warn'>,
): AstroPrerenderer {
  const edition = randomUUID();
  const made = madeOf();
  const next = new Map<string, KeptPage>();
  let numbered = new NumberedReads([]);
  let files: LeftPages['files'] = new Map();
  /** By number of the read. */
  let digests: readonly (string | undefined)[] = [];
  let strays: ReadonlySet<string> = new Set();
  let failed = false;

  return {
    ...pages,
    async getStaticPaths() {
      const paths = await pages.getStaticPaths();
      const left = takePages(file);
      const before = left?.made === made ? left : nothing;
      numbered = new NumberedReads(before.reads);
      files = entryFiles();
      const isAsItWas = ([entry, digest]: [string, string]) => before.files.get(entry) === digest;
      const unchanged = new Set([...files].filter(isAsItWas).map(([entry]) => entry));
      digests = await digestsOf(before.reads, (at) => {
        const entry = fileOfRead(before.reads[at]!);
        return entry !== undefined && unchanged.has(entry) ? before.digests[at] : undefined;
      });
      const same = before.digests.map(
        (digest, at) => digest !== undefined && digests[at] === digest,
      );
      const photos = before.reads.map(photoOfRead);
      await finished.ready();
      for (const path of paths) {
        const props = `${path.route.component} ${path.cacheKey}`;
        const name = nameOf(path.pathname);
        // Of two with one address Astro takes the first.
        if (path.cacheKey === undefined || next.has(name)) continue;
        const known = before.pages.get(name);
        const isSame = known?.props === props && known.reads.every((at) => same[at]);
        const page = isSame ? known : { props, edition, reads: none };
        next.set(name, page);
        for (const at of page.reads) if (photos[at] !== undefined) showPhoto(photos[at]);
        const target = fileOf(path);
        if (!isSame || !finished.place(target, page.edition)) finished.expect(target, page.edition);
      }
      finished.clear();
      const old = [...next.values()].filter((page) => page.edition !== edition);
      logger.info(`${old.length} of ${next.size} pages are as they were`);
      strays = beginRendering();
      return paths;
    },
    async render(request, options) {
      const reads = new Set<string>();
      try {
        const rendered = await reading(reads, async () =>
          whole(await pages.render(request, options)),
        );
        const pathname = decodeURI(new URL(request.url).pathname);
        finished.withdraw(fileOf({ pathname, route: options.routeData }));
        const name = nameOf(pathname);
        const page = next.get(name);
        if (page) next.set(name, { ...page, reads: numbered.numbersOf(reads) });
        return rendered;
      } catch (error) {
        failed = true;
        throw error;
      }
    },
    async teardown() {
      endRendering();
      await pages.teardown?.();
      if (failed) return;
      if (strays.size > 0) {
        logger.warn(
          `Nobody knows which page read ${[...strays].join(', ')}: all are rendered next time.`,
        );
        return;
      }
      const used = movedUp(next, numbered.count);
      const reads = used.numbers.map((number) => numbered.nameOf(number));
      leavePages(file, {
        ...{ made, reads, files, pages: used.pages },
        digests: await digestsOf(reads, (place) => digests[used.numbers[place]!]),
      });
    },
  };
}

/** Entry (`type/slug`) → a name of what it is made of. */
function entryFiles(): Map<string, string> {
  return new Map(
    allTypes.flatMap(({ name, folder }) =>
      [...digestsIn(folder)].map(([slug, digest]) => [`${name}/${slug}`, digest] as const),
    ),
  );
}

/** The same pages, and the numbers of what they read: what no page reads any more is left out, and the others move up. */
function movedUp(
  pages: ReadonlyMap<string, KeptPage>,
  count: number,
): { pages: ReadonlyMap<string, KeptPage>; numbers: number[] } {
  const isRead = new Uint8Array(count);
  for (const { reads } of pages.values()) for (const number of reads) isRead[number] = 1;
  const numbers: number[] = [];
  const places = new Uint32Array(count);
  for (const [number, read] of isRead.entries()) {
    if (read) places[number] = numbers.push(number) - 1;
  }
  // As a rule pages read what they read before.
  if (numbers.length === count) return { pages, numbers };
  const moved = new Map<string, KeptPage>();
  for (const [path, page] of pages) {
    moved.set(path, { ...page, reads: page.reads.map((number) => places[number]!) });
  }
  return { pages: moved, numbers };
}

/** An answer whose text is made: what a page reads meanwhile is noted too. A kept file is not read. */
async function whole(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Promise<Response> {
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (!response.body || response.headers.has(keptHeader)) return response;
  return new Response(await response.arrayBuffer(), response);
}

/** Where Astro writes what stands at an address, in the folder of the site. */
export function fileOf({ pathname, route }: Pick<Path, 'pathname' | 'route'>): string {
  const name = nameOf(pathname);
  return route.type === 'page' ? join(name, 'index.html') : name;
}

/** An address as a name: Astro gives it with a slash at its end or without. */
export function nameOf(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '');
}
