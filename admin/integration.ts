import { createHash } from 'node:crypto';
import { cp, glob, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildAdmin } from './app/build.ts';
import { readHostSettings } from './server/hosts/setting.ts';

/** What the bundle is made of. A change of content alone leaves it as it is. */
export const bundleSources = [
  'admin/*.ts',
  'admin/app/**/*.{ts,tsx,css,html}',
  'admin/foreign-text/*.ts',
  'admin/list/*.ts',
  'src/channels/**/*.{ts,tsx}',
  'src/checks/advice.ts',
  'src/checks/content/*.ts',
  'src/components/{blocks,drawing,infographic}/*.{ts,tsx}',
  'src/drawing/**/*.ts',
  'src/load/*.ts',
  'src/model/*.ts',
  'src/schema/*.ts',
  'src/search/*.ts',
  'src/styles/**/*.{ts,css}',
  'src/text/*.ts',
  'src/time/*.ts',
  'content/colors.json',
  'package-lock.json',
];

/** Astro integration: after a build, puts the CMS in `<dist>/admin/`. */
export function admin(): AstroIntegration {
  let root = '';
  return {
    name: 'admin',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = Date.now();
        const { folder, isNew } = await bundle(root);
        const target = join(fileURLToPath(dir), 'admin');
        await cp(folder, target, { recursive: true });
        // Our own server answers this address itself; on a static host it is a file.
        const { backend } = readHostSettings(process.env);
        if (backend.name !== 'server') {
          await writeFile(join(target, 'backend.json'), JSON.stringify(backend));
        }
        const origin = isNew ? 'đóng gói mới' : 'dùng lại bản đã đóng gói';
        logger.info(`Trang quản trị: ${origin}, ${Date.now() - started} ms`);
      },
    },
  };
}

/** The folder of the finished bundle, made when none is there for these sources. */
async function bundle(root: string): Promise<{ folder: string; isNew: boolean }> {
  const folder = join(root, '.cache/admin', await fingerprint(root));
  if (await exists(folder)) return { folder, isNew: false };
  // Built beside and then renamed: a build that stops half way leaves nothing that looks finished.
  const unfinished = `${folder}.${process.pid}`;
  try {
    await buildAdmin(unfinished);
    await rename(unfinished, folder);
    return { folder, isNew: true };
  } catch (cause) {
    if (await exists(folder)) return { folder, isNew: false };
    throw new Error(`Không đóng gói được trang quản trị vào ${folder}.`, { cause });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  const paths: string[] = [];
  for await (const path of glob(bundleSources, { cwd: root })) paths.push(path);
  for (const path of paths.sort()) {
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
