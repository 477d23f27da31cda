/**
 * `node admin/build-site.ts [--outDir <folder>]`: builds the site and the CMS of the project in the working directory into
 * that folder, `dist` when none is named; faster where nothing but entries changed since the build before. The editorial
 * server says in the environment (`BUILD_…`) which sites of earlier builds this one may be made of
 * (`src/integrations/site-folder.ts`).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '#src/integrations/kept-code.ts';
import { admin } from './integration.ts';

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
try {
  await buildSite(target, admin());
} catch (error) {
  console.error(error);
  // The line that the person who publishes reads; what stands before it is for an engineer.
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
