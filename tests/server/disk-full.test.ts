/** A full disk, or one that takes no writing: the person is told, nothing that was acknowledged is lost, and work goes on after it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
  // Commands that stay were started before.
  world.services.drafts.git.close();
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

const readOnly = {
  status: 507,
  body: { code: 'disk-read-only', error: containing('ổ đĩa chỉ cho đọc') },
};

test.runIf(canMount)(
  'a disk that turns read-only loses nothing, and work goes on after it',
  async () => {
    const faults = await FaultWorld.make();
    try {
      // The server waits beside a shell that turns its disk round when it is told to.
      const script = `
      mount --bind "$1" "$1"
      dir="$1"; shift; "$@" &
      for mode in ro rw; do
        while [ ! -e "$dir/../$mode" ]; do sleep 0.05; done
        mount -o "remount,$mode,bind" "$dir" && mv "$dir/../$mode" "$dir/../$mode.done"
      done
      wait`;
      await faults.start([...mounted, 'sh', '-c', script, 'sh', faults.dataDir]);
      const turn = async (mode: string) => {
        await writeFile(join(faults.dir, mode), '');
        await expect.poll(() => existsSync(join(faults.dir, `${mode}.done`))).toBe(true);
      };
      expect(await faults.ask('editor', 'persistEntry', saveOf('truoc'))).toMatchObject({
        status: 200,
      });
      await turn('ro');
      expect(await faults.ask('editor', 'persistEntry', saveOf('sau'))).toMatchObject(readOnly);
      expect(
        await faults.ask('editor', 'persistEntry', saveOf('truoc', { title: 'Sửa bài trước' })),
      ).toMatchObject(readOnly);
      // Reading goes on: the site, and the draft as it was acknowledged.
      expect(await faults.page('dich-vu-cong')).toContain('Làm thủ tục ở nhà');
      expect(await faults.ask('editor', 'unpublishedEntry', key('truoc'))).toMatchObject({
        status: 200,
      });
      await turn('rw');
      expect(await faults.ask('editor', 'persistEntry', saveOf('sau'))).toMatchObject({
        status: 200,
      });
    } finally {
      await faults.remove();
    }
  },
);

test.runIf(canMount)(
  'a start on a folder that may not be written says so and changes nothing',
  () => {
    const script =
      'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" admin/server/main.ts';
    const { status, stderr } = spawnSync(
      mounted[0]!,
      [...mounted.slice(1), 'sh', '-c', script, 'sh', bin, process.execPath],
      { encoding: 'utf8', env: { ...process.env, DATA_DIR: bin, PORT: '0' } },
    );
    expect([status, stderr]).toEqual([1, containing('Không khởi động được: Thư mục dữ liệu')]);
  },
);
