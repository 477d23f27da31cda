/** What a backup holds, with the checksum of each file: it is said first in the archive. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { versionFile } from '../server/machine/data-version.ts';

export const manifestName = 'manifest.json';

/** The repository with every branch and every kept save, as `git bundle` writes it. */
export const bundleName = 'repository.bundle';

/** Files and folders of the data folder that cannot be made anew, beside the repository. */
export const keptNames = [
  versionFile,
  'accounts.json',
  'logins.json',
  'audit',
  'notices',
  'recordings',
] as const;

const shape = z.strictObject({
  /** Version of this form. */
  format: z.literal(1),
  /** When it was made, as `Date.toISOString` writes it. */
  made: z.iso.datetime(),
  /** SHA-256 in hexadecimal digits, by path in the archive. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type Manifest = z.infer<typeof shape>;

/** The manifest of the files in a folder. */
export async function manifestOf(folder: string, made: Date): Promise<Manifest> {
  const files: Manifest['files'] = {};
  for (const path of await filesIn(folder)) files[path] = await sumOf(join(folder, path));
  return { format: 1, made: made.toISOString(), files };
}

/** Reads the manifest of an unpacked backup; throws when a file is missing, changed or not named. */
export async function verify(folder: string): Promise<Manifest> {
  const manifest = await read(folder);
  const there = new Set(await filesIn(folder));
  there.delete(manifestName);
  for (const [path, sum] of Object.entries(manifest.files)) {
    if (!there.delete(path)) throw broken(`thiếu tệp ${path}`);
    if ((await sumOf(join(folder, path))) !== sum) throw broken(`tệp ${path} đã bị đổi`);
  }
  const [unnamed] = there;
  if (unnamed !== undefined) throw broken(`có tệp lạ ${unnamed}`);
  return manifest;
}

async function read(folder: string): Promise<Manifest> {
  try {
    return shape.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch (cause) {
    throw broken(`không đọc được ${manifestName}`, cause);
  }
}

/** The error of a backup that cannot be trusted. */
export function broken(reason: string, cause?: unknown): Error {
  return new Error(`Bản sao lưu bị hỏng: ${reason}. Hãy dùng bản khác.`, { cause });
}

async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const open = async (dir: string): Promise<void> => {
    // A link stands for a recording that is not copied before it is packed.
    for (const item of await readdir(dir, { withFileTypes: true })) {
      const path = join(dir, item.name);
      if (item.isDirectory()) await open(path);
      else paths.push(relative(folder, path).split(sep).join('/'));
    }
  };
  await open(folder);
  return paths.sort();
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
