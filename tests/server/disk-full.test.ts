/** A full disk: the person is told, nothing that was acknowledged is lost, and work goes on after it. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaultWorld } from '#tests/support/fault-world.ts';
import { containing, key, saveOf, startWorld, type World } from './harness.ts';

const full = {
  status: 507,
  body: { code: 'disk-full', error: containing('Ổ đĩa của máy chủ đã đầy') },
};

let world: World;
let bin: string;
const { PATH } = process.env;

beforeEach(async () => {
  world = await startWorld();
  bin = await mkdtemp(join(tmpdir(), 'git-wrapper-'));
});
afterEach(async () => {
  process.env['PATH'] = PATH;
  await world.close();
  await rm(bin, { recursive: true });
});

/** From now on no program that git is may write a file of more than `blocks` × 512 bytes. */
async function limitFiles(blocks: number): Promise<void> {
  const wrapper = `#!/bin/sh\nPATH='${PATH}'\nulimit -f ${blocks}\nexec git "$@"\n`;
  await writeFile(join(bin, 'git'), wrapper);
  await chmod(join(bin, 'git'), 0o755);
  process.env['PATH'] = `${bin}:${PATH}`;
}

test('a save that git cannot write is refused with 507, and the next one succeeds', async () => {
  expect((await world.cms('editor', 'persistEntry', saveOf('truoc'))).status).toBe(200);
  const before = await world.git('for-each-ref');
  await limitFiles(0);
  expect(await world.cms('editor', 'persistEntry', saveOf('day'))).toMatchObject(full);
  expect(
    await world.cms('editor', 'persistEntry', saveOf('truoc', { title: 'Sửa lại bài này' })),
  ).toMatchObject(full);
  expect(world.services.health.diskProblem).toContain('Ổ đĩa của máy chủ đã đầy');
  process.env['PATH'] = PATH;
  expect(await world.git('for-each-ref')).toBe(before);
  expect((await world.cms('editor', 'persistEntry', saveOf('day'))).status).toBe(200);
  await world.services.watch.check();
  expect(world.services.health.diskProblem).toBeUndefined();
  expect(await world.git('fsck', '--strict')).not.toMatch(/error|missing/);
});

const mounted = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync(mounted[0]!, [...mounted.slice(1), 'mount', '-t', 'tmpfs', 'x', '/mnt']).status === 0;

test.runIf(canMount)('a disk that is really full is survived', async () => {
  const faults = await FaultWorld.make();
  try {
    // The server alone sees the small disk under its data folder.
    const script = `cp -r "$1" "$1.copy" && mount -t tmpfs -o size=3m x "$1" && cp -r "$1.copy/." "$1" && shift && exec "$@"`;
    await faults.start([...mounted, 'sh', '-c', script, 'sh', faults.dataDir]);
    const picture = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      randomBytes(600_000),
    ]).toString('base64');
    const statuses: number[] = [];
    for (let number = 0; number < 12; number += 1) {
      const path = `content/media/anh-${number}.png`;
      const assets = [{ path, content: picture.slice(0, -4 * (number + 1)), encoding: 'base64' }];
      const shown = { picture: { src: `/media/anh-${number}.png`, alt: 'Ảnh' } };
      const save = saveOf(`bai-${number}`, shown, { assets });
      const reply = await faults.ask('editor', 'persistEntry', save);
      statuses.push(reply?.status ?? 0);
      if (reply?.status === 507) {
        expect(reply).toMatchObject(full);
        break;
      }
      expect(reply?.status).toBe(200);
    }
    expect(statuses.at(-1)).toBe(507);
    expect(statuses.length).toBeGreaterThan(1);
    for (const number of statuses.slice(0, -1).keys()) {
      const draft = await faults.ask('editor', 'unpublishedEntry', key(`bai-${number}`));
      expect(draft).toMatchObject({ status: 200, body: { status: 'draft' } });
    }
    expect(await faults.page('dich-vu-cong')).toContain('Làm thủ tục ở nhà');
  } finally {
    await faults.remove();
  }
});
