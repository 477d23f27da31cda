/** A site of made-up content: so many entries of every type, built by the product's own build. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { addType, addedEntry, addedType } from '#tests/support/added-type.ts';
import { file, content } from '#tests/support/content.ts';
import { secondWard } from '#tests/support/second-ward.ts';
import { shortId } from '#src/model/short-id.ts';
import { locate } from '#src/schema/entry-file.ts';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';

/** What a build reads beside content and packages, and what git leaves out. */
const sources = [
  '.gitignore',
  'admin',
  'public',
  'src',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
];

const about = {
  title: 'Trang thử',
  summary: 'Một trang thử để các mục khác dẫn tới, đủ dài để đọc.',
  menu: 'header',
  order: 1,
  sources: [{ document: 'ke-hoach', locator: 'toàn văn' }],
  published: '2026-11-22',
};

/** Path → text of another ward's content with `count` entries of every type that editors add to. */
export function fixtureContent(count: number): Map<string, string> {
  const files = new Map([...content(), ...secondWard.files]);
  files.set('content/pages/gioi-thieu.mdx', file(about));
  files.set('content/pages/gioi-thieu-thu.mdx', file({ ...about, title: 'Trang thử hai' }));
  for (const name of growingTypes) {
    for (let n = 1; n <= count; n += 1) {
      const { path, text } = fixtureEntry(name, n);
      files.set(path, text);
    }
  }
  return withoutSharedAddresses(files);
}

/** Among thousands of entries two may share a short address, which the checks do not let pass. */
export function withoutSharedAddresses(files: Map<string, string>): Map<string, string> {
  const taken = new Set<string>();
  for (const path of files.keys()) {
    const { type, slug } = locate(path) ?? {};
    if (!type?.address) continue;
    const id = shortId(type.name, slug!);
    if (taken.has(id)) files.delete(path);
    taken.add(id);
  }
  return files;
}

/** A copy of the product with other content, by path; returns its folder. */
export async function makeProject(files: ReadonlyMap<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fixture-site-'));
  for (const path of sources) await cp(path, join(root, path), { recursive: true });
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/**
 * What makes a build leave out all that is not pages, as a preview of an entry that is not there:
 * share kits, search index, sitemap, compression. Kits are tested by themselves and cost most of a
 * build.
 */
export const pagesOnly = { SITE_PREVIEW: 'content/articles/khong-co.mdx' };

/** Starts the product's own build of a project, into a folder of it. */
export function startBuild(
  root: string,
  env: Record<string, string>,
  outDir = 'dist',
): ChildProcess {
  return startIn(root, ['admin/build-site.ts', '--outDir', outDir], env);
}

/** Starts Astro's own build of a project, which renders the pages itself. */
export function startAstro(root: string, env: Record<string, string>): ChildProcess {
  return startIn(root, ['node_modules/astro/bin/astro.mjs', 'build'], env);
}

function startIn(root: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Builds the pages, with one type more than the product has; returns the folder with the result. */
export async function buildFixtureSite(count: number): Promise<string> {
  const root = await makeProject(fixtureContent(count).set(addedType.path, addedEntry));
  await addType(root);
  const [code] = (await once(startBuild(root, pagesOnly), 'exit')) as [number];
  if (code !== 0) throw new Error(`The fixture site in ${root} could not be built.`);
  return join(root, 'dist');
}
