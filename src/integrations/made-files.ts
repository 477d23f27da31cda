import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { cacheKey, kept } from '../build-cache.ts';
import { keptHeader } from '../channels/kit/respond.ts';
import { linkOrCopy } from '../link-file.ts';
import { takenAlong } from '../model/share-kit.ts';
import type { FinishedFiles } from './finished-files.ts';
import { named } from './named-error.ts';
import { fileOf, withReuse } from './reused-pages.ts';

/** Pictures, posters and codes, by path in the site. */
const made = /\.(?:png|pdf|svg)$/;

/** What pages show of pictures. */
const shown = /\.svg$/;

/** Each has one picture in memory; drawing has threads of its own, and this thread a poster to write. */
const atATime = availableParallelism() + 1;

/** Between two words to whoever waits, in milliseconds. */
const toldEvery = 5000;

/**
 * Astro integration: pictures, posters and codes are no pages. They are made beside the pages, a few at
 * a time, and what is kept (`src/build-cache.ts`) becomes a second name of the kept file: a build that
 * needs no new picture neither reads nor writes one. With `pagesFirst` nothing is made but what readers read.
 */
export function madeFiles(finished: FinishedFiles, pagesFirst: boolean): AstroIntegration {
  let outDir = '';
  /** Where a build leaves something to the next one. */
  let left: (name: string) => string;
  return {
    name: 'made-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
        left = (name) => fileURLToPath(new URL(name, config.cacheDir));
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((pages) => {
          finished.open(outDir, left('finished-files.v8'));
          const reused = withReuse(pages, left('page-reads.v8'), finished, logger);
          const wanted = pagesFirst ? onlyRead(reused) : reused;
          return withFiles(wanted, { outDir, finished }, logger);
        });
      },
    },
  };
}

/** The prerenderer of the pages that readers read, and of what they show. */
function onlyRead(all: AstroPrerenderer): AstroPrerenderer {
  return {
    ...all,
    async getStaticPaths() {
      const paths = await all.getStaticPaths();
      return paths.filter((path) => {
        const file = fileOf(path);
        return !takenAlong.test(file) && (path.route.type === 'page' || shown.test(file));
      });
    },
  };
}

/** Where the site is built, and what of it stands finished. */
interface Site {
  outDir: string;
  finished: FinishedFiles;
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * The prerenderer of the pages, that also makes the files while Astro asks for page after page. What
 * hinders a file is told, with its address, when Astro has all pages.
 */
export function withFiles(
  pages: AstroPrerenderer,
  { outDir, finished }: Site,
  logger: Pick<AstroIntegrationLogger, 'info'>,
): AstroPrerenderer {
  let making = Promise.resolve();
  let failed = false;
  const stopOnError = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      failed = true;
      throw error;
    }
  };

  const makeAll = async (files: Path[]): Promise<void> => {
    const started = performance.now();
    let told = started;
    const rest = files.entries();
    const work = async () => {
      for (const [index, { pathname, route }] of rest) {
        if (failed) return;
        const file = makeFile(pages, { pathname, route }, { outDir, finished });
        await named(pathname, stopOnError(file));
        if (performance.now() - told < toldEvery) continue;
        told = performance.now();
        logger.info(`${index} of ${files.length} files`);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    logger.info(`${files.length} files in ${Math.round(performance.now() - started)} ms`);
  };

  return {
    ...pages,
    async getStaticPaths() {
      const { files = [], others = [] } = Object.groupBy(await pages.getStaticPaths(), (path) =>
        made.test(fileOf(path)) ? 'files' : 'others',
      );
      making = makeAll(files.filter((path) => !finished.isPlaced(fileOf(path))));
      // It is awaited below; until then an error is nobody's surprise.
      making.catch(() => undefined);
      return others;
    },
    render: (...request) => stopOnError(pages.render(...request)),
    async teardown() {
      await making;
      await pages.teardown?.();
    },
  };
}

async function makeFile(
  pages: AstroPrerenderer,
  { pathname, route }: Path,
  { outDir, finished }: Site,
): Promise<void> {
  const request = new Request(new URL(encodeURI(pathname), 'http://localhost/'));
  const rendered = await pages.render(request, { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (!response.ok) throw new Error(`The answer was ${response.status}.`);
  const name = fileOf({ pathname, route });
  const file = join(outDir, name);
  mkdirSync(dirname(file), { recursive: true });
  const path = await keptOf(response, extname(name));
  linkOrCopy(path, file);
  finished.keep(name, '', path);
}

/** The kept file that an answer is made of; kept now when it is not made of one. */
async function keptOf(response: Response, extension: string): Promise<string> {
  const path = response.headers.get(keptHeader);
  if (path === null) {
    const bytes = Buffer.from(await response.arrayBuffer());
    return kept(`${cacheKey(bytes)}${extension}`, () => Promise.resolve(bytes));
  }
  await response.body?.cancel();
  return path;
}
