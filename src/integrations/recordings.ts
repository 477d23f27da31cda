import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ReadResult } from '../schema/entry-file.ts';
import { recordingPath, type RecordingFile } from '../schema/recording.ts';

/** Where recordings lie: beside the repository, in the server's data folder. */
const storeIn = (root: string) => process.env['RECORDINGS_DIR'] || join(root, 'data/recordings');

/**
 * Astro integration: puts the recordings that entries name beside their pages, so that a plain static
 * host has them too. One that is missing or has changed is named and left out: the page then still
 * has its transcript, and a site that has a thousand pages does not go down for one file. `content` is
 * path → what the file says.
 */
export function recordings(content: ReadonlyMap<string, ReadResult>): AstroIntegration {
  let root = '';
  return {
    name: 'recordings',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = join(fileURLToPath(dir), recordingPath);
        for (const { path, file } of namedIn(content)) {
          const problem = await place(file, storeIn(root), target);
          if (problem) logger.warn(`${path} · Tệp ghi âm, ghi hình (file): ${problem}`);
        }
      },
    },
  };
}

function namedIn(
  content: ReadonlyMap<string, ReadResult>,
): { path: string; file: RecordingFile }[] {
  return [...content].flatMap(([path, { entry }]) => {
    if (!path.startsWith('content/recordings/')) return [];
    const file = entry?.data['file'] as RecordingFile | undefined;
    return file ? [{ path, file }] : [];
  });
}

/** Links a file to its place, or copies it to another disk; says what is wrong with it. */
async function place(
  { name, bytes, sha256 }: RecordingFile,
  store: string,
  target: string,
): Promise<string | undefined> {
  const from = join(store, name);
  const size = await stat(from).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) {
    return `Không thấy tệp ${name} trong ${store}. Hãy chép tệp vào đó, hoặc tải lên lại trong trang quản trị.`;
  }
  if (size !== bytes || (await checksumOf(from)) !== sha256) {
    return `Tệp ${name} trong ${store} không còn là tệp đã duyệt. Hãy chép lại từ bản sao lưu, hoặc tải lên lại.`;
  }
  await mkdir(target, { recursive: true });
  await link(from, join(target, name)).catch(() => copyFile(from, join(target, name)));
  return undefined;
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
