/**
 * Recordings lie beside the repository: git would keep every version of a large file for ever. What an
 * entry names in git is the file's name, size and checksum.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordingFile, RecordingFormat } from '#src/schema/recording.ts';
import { toSlug } from '#src/schema/slug.ts';
import { Refusal } from '../http/errors.ts';

/** What the content of a file must be for its name's ending, as `music-metadata` calls it. */
const containers: Record<RecordingFormat, RegExp> = {
  mp3: /^MPEG$/i,
  m4a: /M4A|mp4|isom|iso2/i,
  mp4: /M4A|mp4|isom|iso2|avc1/i,
  webm: /webm/i,
};

const unfinished = '.upload-';

export class RecordingStore {
  readonly dir: string;
  /** Most bytes of one file. */
  readonly limit: number;

  constructor(dir: string, limit: number) {
    this.dir = dir;
    this.limit = limit;
  }

  /** Makes the folder, and clears what an upload left that was broken off. */
  async open(): Promise<void> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const left = (await readdir(this.dir)).filter((name) => name.startsWith(unfinished));
    await Promise.all(left.map((name) => rm(join(this.dir, name), { force: true })));
  }

  /**
   * Keeps a file under a name made of its own; what is there already under that name with other
   * content stays. Refuses what no browser plays, what is too large and what has no length.
   */
  async receive(original: string, content: Readable): Promise<RecordingFile> {
    const ending = extname(original).slice(1).toLowerCase();
    if (!(ending in containers)) {
      throw new Refusal(
        415,
        'recording-type',
        `Tệp “${original}” không dùng được. Hãy chọn tệp mp3, m4a, mp4 hoặc webm.`,
      );
    }
    const format = ending as RecordingFormat;
    const part = join(this.dir, `${unfinished}${crypto.randomUUID()}.${format}`);
    try {
      const { bytes, sha256 } = await this.#write(part, original, content);
      const seconds = await lengthOf(part, original, format);
      const name = await this.#place(part, original, format, sha256);
      return { name, bytes, seconds, sha256 };
    } finally {
      await rm(part, { force: true });
    }
  }

  async #write(path: string, original: string, content: Readable) {
    const hash = createHash('sha256');
    let bytes = 0;
    const limit = this.limit;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > limit ? tooLarge(original, limit) : null, chunk);
      },
    });
    await pipeline(content, measure, createWriteStream(path, { mode: 0o600, flush: true }));
    return { bytes, sha256: hash.digest('hex') };
  }

  /** Puts a finished file in its place; `link` never replaces what is there. */
  async #place(part: string, original: string, format: string, sha256: string): Promise<string> {
    const base = toSlug(original.slice(0, -extname(original).length).normalize('NFC')) || 'ban-ghi';
    for (let copy = 1; ; copy += 1) {
      const name = `${base}${copy === 1 ? '' : `-${copy}`}.${format}`;
      const path = join(this.dir, name);
      try {
        await link(part, path);
        return name;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if ((await checksumOf(path)) === sha256) return name;
      }
    }
  }
}

/** The refusal of a file that has more bytes than the server takes. */
export function tooLarge(original: string, limit: number): Refusal {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return new Refusal(
    413,
    'recording-size',
    `Tệp “${original}” lớn quá. Máy chủ nhận tệp đến ${megabytes} MB: hãy giảm chất lượng, hoặc chia làm nhiều tệp.`,
  );
}

async function lengthOf(path: string, original: string, format: RecordingFormat): Promise<number> {
  // It comes with the first recording: a server starts sooner without.
  const { parseFile } = await import('music-metadata');
  const { container, duration } = await parseFile(path, { duration: true }).then(
    (found) => found.format,
    () => ({ container: undefined, duration: undefined }),
  );
  if (!containers[format].test(container ?? '') || !duration || !(await stat(path)).size) {
    throw new Refusal(
      415,
      'recording-content',
      `Tệp “${original}” không đúng là tệp ${format}, hoặc đã hỏng. Hãy mở thử tệp, xuất lại rồi tải lên.`,
    );
  }
  return Math.max(1, Math.round(duration));
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
