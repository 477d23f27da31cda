import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { keptHeader } from '../channels/kit/respond.ts';
import { linkOrCopy } from '../link-file.ts';
import { withReuse } from './reused-pages.ts';

/** Pictures, posters and codes, by address. */
const made = /\.(?:png|pdf|svg)$/;

/** Each has one picture in memory; drawing has threads of its own, and this thread a poster to write. */
const atATime = availableParallelism() + 1;

/** Between two words to whoever waits, in milliseconds. */
const toldEvery = 5000;

/**
 * Astro integration: pictures, posters and codes are no pages. They are made beside the pages, a few at
 * a time, and what is kept (`src/build-cache.ts`) becomes a second name of the kept file: a build that
 * needs no new picture neither reads nor writes one.
 */
export function madeFiles(): AstroIntegration {
  let outDir = '';
  /** Where a build leaves what its pages read. */
  let reads = '';
  return {
    name: 'made-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
        reads = fileURLToPath(new URL('page-reads.json', config.cacheDir));
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((pages) => withFiles(withReuse(pages, reads, logger), outDir, logger));
      },
    },
  };
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * The prerenderer of the pages, that also makes the files while Astro asks for page after page. What
 * hinders a file is told, with its address, when Astro has all pages.
 */
export function withFiles(
  pages: AstroPrerenderer,
  outDir: string,
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
        await stopOnError(makeFile(pages, { pathname, route, outDir })).catch((cause: unknown) => {
          const reason = cause instanceof Error ? cause.message : String(cause);
          throw new Error(`${pathname}: ${reason}`, { cause });
        });
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
      const { files = [], others = [] } = Object.groupBy(
        await pages.getStaticPaths(),
        ({ pathname }) => (made.test(pathname) ? 'files' : 'others'),
      );
      making = makeAll(files);
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
  { pathname, route, outDir }: Path & { outDir: string },
): Promise<void> {
  const request = new Request(new URL(encodeURI(pathname), 'http://localhost/'));
  const rendered = await pages.render(request, { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (!response.ok) throw new Error(`The answer was ${response.status}.`);
  const file = join(outDir, pathname);
  mkdirSync(dirname(file), { recursive: true });
  const kept = response.headers.get(keptHeader);
  if (kept === null) {
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    return;
  }
  await response.body?.cancel();
  linkOrCopy(kept, file);
}
