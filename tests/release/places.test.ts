/** A folder of this machine and one of another: each release whole, served from one moment to the next. */
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSite } from '#admin/release/files.ts';
import { send } from '#admin/release/send.ts';
import { readTarget } from '#admin/release/target.ts';
import {
  hasRsync,
  hasSshd,
  localShell,
  startSshd,
  type RemoteShell,
} from '#tests/support/remote-shell.ts';
import { sentPaths, site, writeSite } from './site.ts';

let shellDir: string;
let shell: RemoteShell;
beforeAll(async () => {
  shellDir = await mkdtemp(join(tmpdir(), 'remote-shell-'));
  shell = await localShell(shellDir);
});
afterAll(() => rm(shellDir, { recursive: true }));

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'release-'));
  await writeSite(join(dir, 'dist'));
});
afterEach(() => rm(dir, { recursive: true }));

describe.each(['file', ...(hasRsync ? ['ssh'] : [])])('%s', (kind) => {
  const address = (path: string) =>
    kind === 'file' ? `file://${path}` : `ssh://${shell.host}${path}`;
  const sendTo = async (path: string, dryRun = false, command = shell.command) =>
    send(await readSite(join(dir, 'dist')), readTarget(address(path)), {
      dryRun,
      now: new Date(),
      env: { ...process.env, RSYNC_RSH: command },
    });
  const place = () => join(dir, 'srv/trang');
  const filesOf = async (folder: string) =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  const served = (path: string) => join(place(), 'current', path);

  test('a first release is there whole, and readable for the web server', async () => {
    expect(await sendTo(place(), true)).toMatchObject({ files: sentPaths.length, removed: 0 });
    await expect(readdir(place())).rejects.toThrow('ENOENT');
    expect(await sendTo(place())).toMatchObject({ files: sentPaths.length, same: 0, removed: 0 });
    expect(await filesOf(join(place(), 'current/'))).toEqual([...sentPaths].sort());
    for (const path of sentPaths) expect(await readFile(served(path), 'utf8')).toBe(site[path]);
    expect((await stat(served('media'))).mode & 0o777).toBe(0o755);
    expect((await stat(served('media/ảnh đẹp.png'))).mode & 0o777).toBe(0o644);
  });

  test('a second one costs what changed: the rest is the same file', async () => {
    await sendTo(place());
    const first = await readlink(join(place(), 'current'));
    const inodes = async () => [
      (await stat(served('index.html'))).ino,
      (await stat(served('_astro/a.Bx12.css'))).ino,
    ];
    const before = await inodes();
    await writeSite(join(dir, 'dist'), {
      'index.html': '<p>Trang mới',
      'bai-viet/hai/index.html': '<p>Bài hai',
      'bai-viet/mot/index.html': undefined,
    });
    const cost = { files: 2, bytes: 25, same: sentPaths.length - 2, removed: 1 };
    expect(await sendTo(place(), true)).toEqual(cost);
    expect(await readFile(served('index.html'), 'utf8')).toBe('<p>Trang chủ');
    expect(await sendTo(place())).toEqual(cost);
    expect(await readFile(served('index.html'), 'utf8')).toBe('<p>Trang mới');
    expect(await filesOf(join(place(), 'current/'))).not.toContain('bai-viet/mot/index.html');
    const after = await inodes();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    // A reader of before is served to the end.
    expect(await readFile(join(place(), first, 'index.html'), 'utf8')).toBe('<p>Trang chủ');
  });

  test('the same site again sends nothing; old releases and broken ones go', async () => {
    await sendTo(place());
    await mkdir(join(place(), 'releases/unfinished-x/sub'), { recursive: true });
    await mkdir(join(place(), 'releases/cua-nguoi-khac'));
    expect(await sendTo(place())).toMatchObject({ files: 0, removed: 0 });
    for (const text of ['hai', 'ba', 'bốn']) {
      await writeSite(join(dir, 'dist'), { 'index.html': text });
      await sendTo(place());
    }
    const numbers = (await readdir(join(place(), 'releases'))).map((name) =>
      name.split('-').at(-1),
    );
    expect(numbers.sort()).toEqual(['2', '3', '4', 'khac']);
    expect((await readdir(place())).sort()).toEqual(['current', 'releases']);
  });

  if (kind === 'ssh') {
    test('a release of which the next one is made while it is sent is not served there', async () => {
      await sendTo(place());
      const before = await readlink(join(place(), 'current'));
      await writeSite(join(dir, 'dist'), { 'index.html': '<p>Trang mới' });
      // As the server does it: when rsync has read all, and before anything is switched.
      const taking = join(dir, 'shell');
      const [from, to] = [join(dir, 'dist'), join(dir, 'dung-tiep')];
      await writeFile(
        taking,
        `#!/bin/sh\n${shell.command} "$@"\ncode=$?\ncase "$*" in *rsync*) mv '${from}' '${to}';; esac\nexit $code\n`,
      );
      await chmod(taking, 0o755);
      await expect(sendTo(place(), false, taking)).rejects.toThrow('trang đã cũ trong lúc gửi');
      expect(await readlink(join(place(), 'current'))).toBe(before);
    });
  }

  test('a folder of somebody else under the name of the link stays, and is named', async () => {
    await mkdir(join(place(), 'current/cua-nguoi-khac'), { recursive: true });
    await expect(sendTo(place())).rejects.toThrow(/current|không ghi được/);
    expect(await readdir(join(place(), 'current'))).toEqual(['cua-nguoi-khac']);
  });
});

describe.runIf(hasSshd)('a machine with a real sshd', () => {
  test('gets releases', async () => {
    const real = await startSshd(shellDir);
    try {
      const target = readTarget(`ssh://${real.host}${dir}/srv`);
      const env = { ...process.env, RSYNC_RSH: real.command };
      const options = { dryRun: false, now: new Date(), env };
      await send(await readSite(join(dir, 'dist')), target, options);
      await writeSite(join(dir, 'dist'), { 'index.html': '<p>Trang mới' });
      const sent = await send(await readSite(join(dir, 'dist')), target, options);
      expect(sent).toMatchObject({ files: 1, same: sentPaths.length - 1 });
      expect(await readFile(join(dir, 'srv/current/index.html'), 'utf8')).toBe('<p>Trang mới');
    } finally {
      await real.stop();
    }
  });

  test('that lets nobody in is told with the remedy', async () => {
    const target = readTarget('ssh://127.0.0.1:1/srv/trang');
    const options = { dryRun: false, now: new Date(), env: { ...process.env, RSYNC_RSH: '' } };
    await expect(send(await readSite(join(dir, 'dist')), target, options)).rejects.toThrow(
      'không vào được máy ấy',
    );
  });
});
