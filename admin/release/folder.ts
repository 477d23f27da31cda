/** A folder of this machine, or one that is mounted: `releases/<name>/`, and `current` leads to one. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linkOrCopy } from '#src/link-file.ts';
import { compareLists, eachOf, listFiles, sentOf, type Sent, type Site } from './files.ts';
import { nextName, outdated, sumOf, unfinished } from './names.ts';

/** Sends a site there and serves it from one moment to the next; what did not change is linked. */
export async function sendToFolder(
  site: Site,
  { dir }: { dir: string },
  { dryRun }: { dryRun: boolean },
): Promise<Sent> {
  const releases = join(dir, 'releases');
  const link = join(dir, 'current');
  const served = await servedBy(link);
  const current = served && join(releases, served);
  const difference = compareLists(current ? await listFiles(current) : new Map(), site.files);
  const { added, changed, same, removed } = difference;
  const sent = sentOf(site, difference);
  if (dryRun || (current && sent.files + removed.length === 0)) return sent;

  await mkdir(releases, { recursive: true });
  const beside = join(releases, unfinished + randomUUID());
  const folders = new Set([...site.files.keys()].map((path) => dirname(join(beside, path))));
  try {
    for (const folder of folders) await mkdir(folder, { recursive: true });
    for (const path of same) linkOrCopy(join(current!, path), join(beside, path));
    await eachOf([...added, ...changed], (path) =>
      copyFile(join(site.dir, path), join(beside, path)),
    );
    const name = nextName(sumOf(site.files), await readdir(releases));
    await rename(beside, join(releases, name));
    await rm(`${link}.new`, { force: true });
    await symlink(join('releases', name), `${link}.new`);
    await rename(`${link}.new`, link);
    for (const old of outdated(await readdir(releases), name)) {
      await rm(join(releases, old), { recursive: true, force: true });
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return sent;
}

/** Name of the release that is served; `undefined` before the first one. */
async function servedBy(link: string): Promise<string | undefined> {
  if (!existsSync(link)) return undefined;
  if ((await lstat(link)).isSymbolicLink()) return basename(await readlink(link));
  throw new Error(`${link} không phải liên kết của trang. Hãy đổi tên nó rồi gửi lại.`);
}
