/**
 * `node admin/build-site.ts [--outDir <folder>]`: builds the site and the CMS of the project in the working directory into
 * that folder, `dist` when none is named; faster where nothing but entries changed since the build before.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '#src/integrations/kept-code.ts';
import { admin } from './integration.ts';

// As Astro sets it.
process.env['NODE_ENV'] ??= 'production';
const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
try {
  await buildSite(resolve(values.outDir), admin());
} catch (error) {
  console.error(error);
  // The line that the person who publishes reads; what stands before it is for an engineer.
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
