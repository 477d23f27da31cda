/** Every publication moves `main` under all drafts: each is read anew only where that changes what it says. */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personOf, type User } from '#admin/server/accounts/accounts.ts';
import { Git } from '#admin/server/git/git.ts';
import { runProgram, type RunProgram } from '#admin/server/git/process.ts';
import { Drafts } from '#admin/server/workflow/drafts.ts';
import { saveEntry } from '#admin/server/workflow/save.ts';
import { people, saveOf, startWorld, type World } from './harness.ts';

let world: World;
/** The git commands that were started for `drafts`. */
let asked: string[];
let drafts: Drafts;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  asked = [];
  const run: RunProgram = (file, args, options) => {
    asked.push(args[0]!);
    return runProgram(file, args, options);
  };
  drafts = new Drafts(new Git(join(world.dir, 'data/repository.git'), run));
});

/** Drafts of these slugs, with so many steps each. */
async function write(slugs: readonly string[], steps = 1): Promise<void> {
  for (const slug of slugs) {
    for (let step = 1; step <= steps; step += 1) {
      await world.cms(
        'editor',
        'persistEntry',
        saveOf(slug, { title: `Bài ${slug}, lần ${step}` }),
      );
    }
  }
}

const slugsOf = async () => (await drafts.all()).map(({ slug }) => slug);

/** As an engineer would: `main` becomes a merge of itself and a commit. */
async function mergeByHand(commit: string): Promise<void> {
  const tree = await world.git('rev-parse', `${commit}^{tree}`);
  const who = ['-c', 'user.name=Kỹ sư', '-c', 'user.email=ky-su@example.invalid'];
  const merged = await world.git(
    ...[...who, 'commit-tree', tree, '-p', 'main', '-p', commit, '-m', 'Gộp tay'],
  );
  await world.git('update-ref', 'refs/heads/main', merged);
}

test('another draft is published: the others are asked for nothing, and say what they said', async () => {
  await write(['mot', 'hai', 'ba']);
  const before = await drafts.all();
  expect(before.map(({ slug }) => slug)).toEqual(['ba', 'hai', 'mot']);
  await mergeByHand('cms/article/mot');
  await world.git('branch', '-D', 'cms/article/mot');
  asked = [];
  expect(await drafts.all()).toEqual(before.slice(0, 2));
  expect(asked).toEqual(['for-each-ref', 'rev-list']);
});

test('a draft that somebody merged by hand is none any more; of half a one the rest is', async () => {
  await write(['bon', 'nam', 'sau'], 2);
  expect(await slugsOf()).toEqual(expect.arrayContaining(['bon', 'nam', 'sau']));
  await mergeByHand('cms/article/bon');
  expect(await slugsOf()).not.toContain('bon');
  await mergeByHand('cms/article/nam~1');
  const half = await drafts.get('article', 'nam');
  expect(half.steps).toHaveLength(1);
  expect(half.base).toBe(await world.git('rev-parse', 'cms/article/nam~1'));
  expect(await drafts.all()).toEqual(await new Drafts(drafts.git).all());
});

test('a history that was rewritten: every draft is read anew', async () => {
  await write(['bay', 'tam']);
  await mergeByHand('cms/article/bay');
  expect(await slugsOf()).not.toContain('bay');
  await world.git('update-ref', 'refs/heads/main', 'main~1');
  expect(await slugsOf()).toEqual(expect.arrayContaining(['bay', 'tam']));
  expect(await drafts.all()).toEqual(await new Drafts(drafts.git).all());
});

test('the steps of this server are read on from the last reading, and say what all of them say', async () => {
  // What people write, with what git takes for the end of a trailer or of a name.
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const odd = fc.constantFrom(
    'Place: title',
    '"Câu" <trích>\\',
    'Dòng\nReviewed-by: ai đó',
    '—',
    'a:',
  );
  const note = fc.oneof(words, odd);
  const step = fc.oneof(
    fc.record({ action: fc.constant('comment' as const), note }),
    fc.record({
      action: fc.constant('comment' as const),
      note,
      place: fc.record({ field: fc.constant('body.2'), quote: note, suggestion: note }),
    }),
    fc.record({
      action: fc.constant('submit' as const),
      status: fc.constant('pending_review' as const),
    }),
    fc.record({
      action: fc.constant('schedule' as const),
      status: fc.constant('pending_publish' as const),
      publishAt: fc.constant(new Date('2026-12-01T08:00:00+07:00')),
    }),
  );
  const person = fc.record({ name: note, email: fc.constant('an@example.invalid') });
  await write(['doc-tiep']);
  await drafts.get('article', 'doc-tiep');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(person, step), { maxLength: 3 }), async (all) => {
      for (const [who, what] of all) {
        const draft = await drafts.get('article', 'doc-tiep');
        await drafts.remark(who, draft, { subject: 'Thử', ...what });
      }
      asked = [];
      const read = await drafts.get('article', 'doc-tiep');
      expect(asked).toEqual([]);
      expect(read).toEqual(await new Drafts(drafts.git).get('article', 'doc-tiep'));
    }),
    { numRuns: 25 },
  );
});

test('a save, an open and a step start no program', async () => {
  const user: User = people.editor;
  const save = (title: string) => {
    const { raw } = saveOf('khong-goi', { title }).dataFiles[0]!;
    const request = { collection: 'article', slug: 'khong-goi', raw, pictures: new Map() };
    return saveEntry(drafts, user, request);
  };
  await save('Lần một');
  await save('Lần hai');
  const draft = await drafts.get('article', 'khong-goi');
  await drafts.remark(personOf(user), draft, { action: 'comment', subject: 'Góp ý', note: 'Được' });
  expect((await drafts.get('article', 'khong-goi')).steps).toHaveLength(3);
  expect(asked).toEqual([]);
});
