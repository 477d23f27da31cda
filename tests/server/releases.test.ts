/** Which releases stay, and of which one the next is made. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Builder, type Release } from '#admin/server/build/builder.ts';
import { openRepository } from '#admin/server/git/repository.ts';
import { listBeside } from '#src/integrations/site-folder.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { madeFrom, takingBuild } from '#tests/support/taking-build.ts';
import { commitAll, gitIn, makeCheckout, writeIn } from './harness.ts';

let dir: string;
let checkout: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'releases-'));
  checkout = join(dir, 'checkout');
  await makeCheckout(checkout);
});
// Releases that are too old may be being deleted still.
afterEach(() => rm(dir, { recursive: true, force: true, maxRetries: 9 }));

async function open(command = takingBuild): Promise<Builder> {
  const { git } = await openRepository(join(dir, 'repository.git'), checkout);
  const builder = new Builder({ git, dataDir: dir, modules: join(dir, 'khong-can'), command });
  await builder.open();
  return builder;
}

async function publish(builder: Builder): Promise<Release> {
  const release = await builder.build(
    await gitIn(join(dir, 'repository.git'), 'rev-parse', 'main'),
  );
  await builder.activate(release);
  return release;
}

async function publishTimes(builder: Builder, times: number): Promise<Release[]> {
  const releases: Release[] = [];
  for (let time = 0; time < times; time += 1) {
    releases.push(await publish(builder));
    await expectSpare();
  }
  return releases;
}

/** A copy of the served release, for the next build; its list comes last. */
const spare = () => join(dir, 'releases/spare');

/** Waits until the next build has a site to make its own of: a former one, or such a copy. */
const expectSpare = () =>
  expect
    .poll(() => {
      const sites = readdirSync(join(dir, 'releases')).filter((name) =>
        /^\p{Hex_Digit}{40}-\d+$/u.test(name),
      );
      return sites.length > 3 || existsSync(listBeside(spare()));
    })
    .toBe(true);

/** Changes a file of the project, and takes it over as a start of the server does. */
async function change(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) await gitIn(checkout, 'rm', '--quiet', path);
  else await writeIn(checkout, path, text);
  await commitAll(checkout, 'Đổi');
  await openRepository(join(dir, 'repository.git'), checkout);
}

const expectThere = (releases: readonly Release[]) =>
  // Nobody waits for what is deleted.
  expect
    .poll(async () => (await readdir(join(dir, 'releases'))).sort())
    .toEqual(
      ['current', ...releases.flatMap(({ dir: path }) => [path, listBeside(path)])]
        .map((path) => basename(path))
        .sort(),
    );

test('three releases are kept, and a new one is made of the one before them', async () => {
  const builder = await open();
  const releases: Release[] = [];
  for (let at = 0; at < 6; at += 1) {
    releases.push(...(await publishTimes(builder, 1)));
    const over = at === 0 ? undefined : (releases[at - 4]?.dir ?? spare());
    const previous = releases[at - 1]?.dir;
    expect(madeFrom(releases[at]!.dir)).toEqual({
      ...(over && { over }),
      ...(previous && { previous }),
    });
  }
  expect(builder.releases).toEqual(releases.slice(-3).reverse());
  await expectThere(releases.slice(-4));
});

test('after a restart the next release is made of the same one', async () => {
  const releases = await publishTimes(await open(), 4);
  const restarted = await open();
  await expectThere(releases);
  const next = await publish(restarted);
  expect(madeFrom(next.dir).over).toBe(releases[0]?.dir);
  await expectThere([...releases.slice(1), next]);
});

test('until there is a former one the next release is made of a copy of the served one, that takes no room', async () => {
  const [first] = await publishTimes(await open(), 1);
  const inodes = [first!.dir, spare()].map((site) => statSync(join(site, 'tu.json')).ino);
  expect(inodes[1]).toBe(inodes[0]);
  const [second] = await publishTimes(await open(), 1);
  expect(madeFrom(second!.dir).over).toBe(spare());
  expect(madeFrom(first!.dir)).toEqual({});
});

test('a copy that was broken off is cleared away, and made again', async () => {
  const [first] = await publishTimes(await open(), 1);
  await rm(listBeside(spare()));
  await mkdir(join(spare(), 'nua'));
  const builder = await open();
  await expectThere([first!]);
  const [second] = await publishTimes(builder, 1);
  expect(madeFrom(second!.dir).over).toBeUndefined();
  expect(existsSync(join(spare(), 'nua'))).toBe(false);
});

test('a build that fails leaves the folder to the next one, unless it has begun with it', async () => {
  const builder = await open();
  const releases = await publishTimes(builder, 4);
  await change('hong.txt', 'Hỏng');
  await expect(publish(builder)).rejects.toThrow();
  await change('hong.txt', undefined);
  const next = await publish(builder);
  expect(madeFrom(next.dir).over).toBe(releases[0]?.dir);
  await change('dut.txt', 'Đứt');
  await expect(publish(builder)).rejects.toThrow();
  expect(existsSync(releases[1]!.dir)).toBe(false);
  await change('dut.txt', undefined);
  const last = await publish(builder);
  expect(madeFrom(last.dir).over).toBeUndefined();
  expect(builder.releases).toEqual([last, next, releases[3]]);
  await expectThere([releases[2]!, releases[3]!, next, last]);
});

test('a release without a list, as an earlier version left it, is deleted', async () => {
  const releases: Release[] = [];
  const earlier = await open(fakeBuild);
  for (let time = 0; time < 4; time += 1) releases.push(await publish(earlier));
  const builder = await open();
  const next = await publishTimes(builder, 2);
  expect(next.map(({ dir: site }) => madeFrom(site).over)).toEqual([undefined, spare()]);
  await expect
    .poll(() => releases.filter(({ dir: site }) => existsSync(site)))
    .toEqual(releases.slice(-1));
});
