/** Builds the CMS: `node admin/app/build.ts --out DIR`. The folder is emptied first. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { build } from 'vite';
import { bundleConfig } from './vite.config.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (!values.out) throw new Error('Say where to: node admin/app/build.ts --out DIR');
await build(bundleConfig(resolve(values.out)));
