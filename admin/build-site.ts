/**
 * `node admin/build-site.ts [--outDir <folder>]`: builds the site and the CMS of the project in the working directory into
 * that folder, `dist` when none is named; faster where nothing but entries changed since the build before. The editorial
 * server says in the environment (`BUILD_…`) which sites of earlier builds this one may be made of
 * (`src/integrations/site-folder.ts`).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { codeOf } from '#src/integrations/kept-code.ts';
import { siteUrl } from '#src/load/site-url.ts';
import { admin, bundleCms } from './integration.ts';

// As Astro sets it.
process.env['NODE_ENV'] ??= 'production';
const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const { BUILD_OVER: over, BUILD_PREVIOUS: previous, BUILD_KEEPS_LIST } = process.env;
const target = {
  outDir: resolve(values.outDir),
  over,
  previous,
  keepsList: BUILD_KEEPS_LIST === 'true',
};
/** What is made beside the build; each is awaited in its turn, and until then an error is nobody's surprise. */
const begun: Promise<unknown>[] = [];
const begin = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  begun.push(work);
  return work;
};
try {
  // The CMS beside the code of the pages: either bundler leaves a half of two processors idle. A preview has no CMS.
  const isPreview = process.env['SITE_PREVIEW'] !== undefined;
  const cms = isPreview ? undefined : begin(bundleCms(process.cwd()));
  const site = siteUrl(pathToFileURL('./'));
  const code = begin(codeOf(site));
  // Read while the bundlers start.
  const { buildSite } = await import('#src/integrations/build-site.ts');
  await buildSite(target, { site, code, desk: admin(cms) });
} catch (error) {
  // They leave nothing half made.
  await Promise.allSettled(begun);
  console.error(error);
  // The line that the person who publishes reads; what stands before it is for an engineer.
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
