/** Pictures and posters beside the pages: all of them stand when the pages do, or the build fails. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileResponse, keptResponse } from '#src/channels/kit/respond.ts';
import { FinishedFiles } from '#src/integrations/finished-files.ts';
import { withFiles } from '#src/integrations/made-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'made-files-'));
});
afterEach(() => rm(root, { recursive: true }));

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const route = { type: 'endpoint' } as Path['route'];

/** Builds the addresses as Astro does: all pages, one after another, then the end. */
async function build(answer: (address: string) => Response, addresses: string[]) {
  const pages: AstroPrerenderer = {
    name: 'pages',
    getStaticPaths: () => Promise.resolve(addresses.map((pathname) => ({ pathname, route }))),
    render: ({ url }) => Promise.resolve().then(() => answer(decodeURI(new URL(url).pathname))),
  };
  const told: string[] = [];
  const both = withFiles(
    pages,
    { outDir: root, finished: new FinishedFiles() },
    { info: (words) => told.push(words) },
  );
  const left = (await both.getStaticPaths()).map(({ pathname }) => pathname);
  await both.teardown?.();
  return { left, told };
}

test('pages are left to Astro; a kept file becomes a name of it, another is written', async () => {
  const kept = join(root, 'kept');
  await writeFile(kept, 'ảnh');
  const { left, told } = await build(
    (address) =>
      address.endsWith('.png')
        ? keptResponse(kept, 'image/png')
        : fileResponse('<svg/>', 'image/svg+xml'),
    ['/', '/bai-viet/a/', '/anh/article/a-vuong.png', '/nhan-dien/dấu.svg', '/rss.xml'],
  );
  expect(left).toEqual(['/', '/bai-viet/a/', '/rss.xml']);
  expect((await stat(join(root, 'anh/article/a-vuong.png'))).ino).toBe((await stat(kept)).ino);
  expect(await readFile(join(root, 'nhan-dien/dấu.svg'), 'utf8')).toBe('<svg/>');
  expect(told.at(-1)).toMatch(/^2 files in \d+ ms$/);
});

test('a kept file reads whole where nobody links it', async () => {
  const kept = join(root, 'kept');
  await writeFile(kept, 'ảnh');
  expect(await keptResponse(kept, 'image/png').text()).toBe('ảnh');
});

test('a file that cannot be made fails the build, by its address', async () => {
  const broken = (address: string) => {
    if (address === '/b.pdf') throw new Error('Chữ dài quá.');
    return address === '/c.png'
      ? new Response('', { status: 500 })
      : fileResponse('a', 'image/png');
  };
  await expect(build(broken, ['/a.png', '/b.pdf'])).rejects.toThrow('/b.pdf: Chữ dài quá.');
  await expect(build(broken, ['/c.png'])).rejects.toThrow('/c.png: The answer was 500.');
});
