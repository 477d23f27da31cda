/** Builds the site with the code of the pages that is kept (`kept-code.ts`), without Astro. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { setEntries } from '../load/site-content.ts';
import type { FinishedFiles } from './finished-files.ts';
import { cacheDir, keptIn, type KeptCode } from './kept-code.ts';
import { named } from './named-error.ts';
import { readContentOnce } from './read-once.ts';
import { fileOf, nameOf } from './reused-pages.ts';
import { SiteFolder, type Target } from './site-folder.ts';
import { stepsOf } from './steps.ts';

interface Build {
  /** The site's address. */
  site: string;
  /** The code of the pages; it may still be made. */
  code: Promise<KeptCode>;
  /** The step of the CMS. */
  desk: AstroIntegration;
}

/** Builds the site of the project in the working directory into the target. */
export async function buildSite(target: Target, { site, code, desk }: Build): Promise<void> {
  const folder = new SiteFolder(target);
  const { fresh } = folder;
  const config = {
    root: pathToFileURL('./'),
    srcDir: pathToFileURL('src/'),
    outDir: pathToFileURL(`${fresh}/`),
    cacheDir: pathToFileURL(`${cacheDir}/`),
    site,
    // As `astro.config.mjs` has it.
    base: '/',
    trailingSlash: 'always',
    build: { format: 'directory' },
  } as AstroConfig;
  const { results, entries } = await readContentOnce(config.root, join(cacheDir, 'content.v8'));
  const kept = await code;
  const { steps, finished } = stepsOf(results, site, desk, folder);
  const run = hooksOf(steps);
  await run('astro:config:setup', { command: 'build', config });
  await run('astro:routes:resolved', { routes: [] });
  await run('astro:config:done', { config });

  folder.begin();
  for (const source of ['public', join(keptIn, 'site')]) {
    if (existsSync(source)) cpSync(source, fresh, { recursive: true });
  }
  let prerenderer = prerendererOf(kept);
  await run('astro:build:start', {
    setPrerenderer: (make: (pages: AstroPrerenderer) => AstroPrerenderer) => {
      prerenderer = make(prerenderer);
    },
  });
  for (const [name, ofFolder] of entries) setEntries(name, ofFolder);
  const pages = await renderAll(prerenderer, { fresh, site, finished });
  await run('astro:build:done', { dir: config.outDir, pages, assets: new Map() });
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Where pages are written, at which address the site will stand, and what of it stands finished. */
interface Site {
  fresh: string;
  site: string;
  finished: FinishedFiles;
}

/** While one page is written, the next is laid out: as `astro.config.mjs` has it. */
const atATime = 4;

/** Renders what does not stand finished; returns the addresses of all pages, as Astro tells them to steps. */
async function renderAll(
  prerenderer: AstroPrerenderer,
  site: Site,
): Promise<{ pathname: string }[]> {
  await prerenderer.setup?.();
  try {
    const paths = new Map<string, Path>();
    for (const path of await prerenderer.getStaticPaths()) {
      const name = nameOf(path.pathname);
      // Of two with one address Astro takes the first.
      if (!paths.has(name)) paths.set(name, path);
    }
    const rest = paths.entries();
    const work = async () => {
      for (const [name, path] of rest) {
        await named(path.pathname, renderOne(prerenderer, name, path, site));
        // Drawings go on meanwhile, and what a page needed is let go: without a turn it is held to the end.
        await setImmediate();
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return [...paths]
      .filter(([, { route }]) => route.type === 'page')
      .map(([name]) => ({ pathname: name === '' ? '' : `${name}/` }));
  } finally {
    await prerenderer.teardown?.();
  }
}

async function renderOne(
  prerenderer: AstroPrerenderer,
  name: string,
  { pathname, route }: Path,
  { fresh, site, finished }: Site,
): Promise<void> {
  const path = name === '404' ? '404.html' : fileOf({ pathname, route });
  // A file of `public/` comes before a page, as Astro has it.
  if (finished.isPlaced(path) || existsSync(join('public', path))) return;
  // A page's ends with a slash; a file's is as its route has it.
  const address = route.type === 'page' && name !== '' ? `/${name}/` : pathname;
  const request = new Request(new URL(address, site));
  const rendered = await prerenderer.render(request, { routeData: route });
  const { status, body } = rendered instanceof Response ? rendered : rendered.response;
  if (status >= 300 && status < 400) throw new Error(`The answer was ${status}.`);
  if (!body) return;
  const file = join(fresh, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(await new Response(body).arrayBuffer()));
}

type Hooks = AstroIntegration['hooks'];

/** Runs a hook of all steps, one after the other. */
function hooksOf(steps: readonly AstroIntegration[]) {
  return async (name: keyof Hooks, options: object) => {
    for (const { name: step, hooks } of steps) {
      const info = (words: string) => console.log(`[${step}] ${words}`);
      const error = (words: string) => console.error(`[${step}] ${words}`);
      const logger = { info, warn: info, error, debug: () => undefined };
      const hook = hooks[name] as ((options: object) => unknown) | undefined;
      await hook?.({ ...options, logger });
    }
  };
}

/** The module with the pages, as Astro's own build takes it. */
interface Bundle {
  app: ConstructorParameters<typeof StaticPaths>[0] & {
    setInternals: (internals: object) => void;
    setOptions: (options: object) => void;
    render: (request: Request, options: { routeData: object }) => Promise<Response>;
  };
}

/** Renders pages as Astro's own prerenderer does. */
function prerendererOf(kept: KeptCode): AstroPrerenderer {
  let app: Bundle['app'];
  return {
    name: 'kept-code',
    setup: async () => {
      const module = pathToFileURL(join(keptIn, 'server', kept.entry)).href;
      ({ app } = (await import(module)) as Bundle);
      const pagesByKeys = new Map(kept.styles.map(([name, styles]) => [name, { styles }]));
      app.setInternals({ pagesByKeys });
      const destination = { write: ({ message }: { message: string }) => console.warn(message) };
      app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
    },
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
  };
}
