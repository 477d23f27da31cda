import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, glob, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AstroIntegration } from 'astro';
import { endsWithServer } from '#src/ends-with-server.ts';
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

const runProgram = promisify(execFile);
const bundler = join(import.meta.dirname, 'app/build.ts');

/** Where the finished bundle lies, and whether it was made just now. */
interface Bundle {
  folder: string;
  isNew: boolean;
}

/**
 * Astro integration: bundles the CMS before the pages are made, unless that has `begun` already, and puts it in
 * `<dist>/admin/` after them.
 */
export function admin(begun?: Promise<Bundle>): AstroIntegration {
  let root = '';
  let made: Bundle;
  return {
    name: 'admin',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        made = await (begun ?? bundleCms(root));
        logger.info(`Trang quản trị: ${made.isNew ? 'đóng gói mới' : 'dùng lại bản đã đóng gói'}`);
      },
      'astro:build:done': async ({ dir }) => {
        const target = join(fileURLToPath(dir), 'admin');
        await cp(made.folder, target, { recursive: true });
        // Our own server answers this address itself; on a static host it is a file.
        const { backend } = readHostSettings(process.env);
        if (backend.name !== 'server') {
          await writeFile(join(target, 'backend.json'), JSON.stringify(backend));
        }
      },
    },
  };
}

/** The finished bundle of the project in `root`, made when none is there for these sources. */
export async function bundleCms(root: string): Promise<Bundle> {
  const folder = join(root, '.cache/admin', await fingerprint(root));
  if (await exists(folder)) return { folder, isNew: false };
  // Built beside and then renamed: a build that stops half way leaves nothing that looks finished.
  const unfinished = `${folder}.${process.pid}`;
  try {
    // In a process of its own: the half a gigabyte that it takes goes back to the machine before the pages.
    await runProgram(process.execPath, [...endsWithServer, bundler, '--out', unfinished]);
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
