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
await buildSite(resolve(values.outDir), admin());
