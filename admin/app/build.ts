/** Builds the CMS: `node admin/app/build.ts --out DIR`. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { build } from 'vite';
import { bundleConfig } from './vite.config.ts';

/** Writes the bundle to `outDir`, which is emptied first. */
export async function buildAdmin(outDir: string): Promise<void> {
  await build(bundleConfig(resolve(outDir)));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new Error('Say where to: node admin/app/build.ts --out DIR');
  await buildAdmin(values.out);
}
