/** Which reads follow from an entry's own file: those of them that do not must be asked in each build. */
import { expect, test } from 'vitest';
import { fileOfRead, tracked } from '#src/load/tracked.ts';
import { reading } from '#src/page-reads.ts';
import { made } from '#tests/support/fixture-entries.ts';

/** What is noted while an entry is looked at. */
async function readsOf(look: () => unknown): Promise<string[]> {
  const reads = new Set<string>();
  await reading(reads, () => Promise.resolve(look()));
  return [...reads];
}

test('a field, all of the data and the syllables follow from the file', async () => {
  const entry = tracked(made('article', 1));
  const reads = await readsOf(() => [entry.data.title, { ...entry.data }, entry.syllables]);
  expect(reads.length).toBeGreaterThan(2);
  expect(new Set(reads.map(fileOfRead))).toEqual(new Set([`article/${entry.slug}`]));
});

test('a body does', () => {
  expect(fileOfRead(JSON.stringify(['body', 'article', 'bai-thu']))).toBe('article/bai-thu');
});

test('what an infographic shows of other entries does not, nor do lists and questions', async () => {
  const entry = tracked({ ...made('infographic', 1), content: {} } as never);
  const [read] = await readsOf(() => (entry as { content?: unknown }).content);
  expect(read).toContain('content');
  expect(fileOfRead(read!)).toBeUndefined();
  expect(fileOfRead(JSON.stringify(['list', 'article']))).toBeUndefined();
  expect(fileOfRead(JSON.stringify(['referrers', 'article', 'bai-thu']))).toBeUndefined();
});
