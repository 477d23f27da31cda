import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { LiveEntries } from '#admin/server/content/live-entries.ts';
import { Git } from '#admin/server/git/git.ts';
import { article, file as fileOf } from '#tests/support/content.ts';
import { commitAll, gitIn, makeCheckout, writeIn } from './harness.ts';

let dir: string;
let kept: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'live-entries-'));
  kept = join(dir, 'live-entries.json');
  await makeCheckout(join(dir, 'site'));
  for (let number = 0; number < 120; number += 1) {
    const text = fileOf({ ...article, title: `Bài số ${number}`, reviewDate: '2027-01-01' });
    await writeIn(join(dir, 'site'), `content/articles/bai-${number}.mdx`, text);
  }
  await commitAll(join(dir, 'site'), 'Nhiều bài');
});
afterAll(() => rm(dir, { recursive: true }));

/** What a server that has just started knows, and how many files it had to read for it. */
async function afterStart() {
  const git = new Git(join(dir, 'site/.git'));
  const blobs = vi.spyOn(git, 'blobs');
  const head = await gitIn(join(dir, 'site'), 'rev-parse', 'HEAD');
  const entries = await new LiveEntries(git, kept).at(head);
  return { entries, read: blobs.mock.calls.flat(2).length };
}

test('what one run of the server read, the next one knows', async () => {
  const first = await afterStart();
  expect(first.read).toBeGreaterThan(120);
  const second = await afterStart();
  expect(second.read).toBe(0);
  expect(second.entries).toEqual(first.entries);
  const text = fileOf({ ...article, title: 'Bài số 7, sửa' });
  await writeIn(join(dir, 'site'), 'content/articles/bai-7.mdx', text);
  await commitAll(join(dir, 'site'), 'Sửa một bài');
  const third = await afterStart();
  expect(third.read).toBe(1);
  expect(third.entries.find(({ slug }) => slug === 'bai-7')?.title).toBe('Bài số 7, sửa');
});

test.each([
  ['a file that is broken', () => '{ hỏng'],
  ['a file of other code', (text: string) => text.replace(/"code": "[^"]*"/, '"code": "khác"')],
])('%s is as good as none', async (_, change) => {
  await afterStart();
  await writeFile(kept, change(await readFile(kept, 'utf8')));
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const { entries, read } = await afterStart();
  told.mockRestore();
  expect(read).toBe(entries.length);
  expect((await afterStart()).read).toBe(0);
});
