/**
 * An S3-compatible bucket. Nothing there switches all files at once, so the order stands in for it: files
 * whose names nobody knows yet, then other files, then pages; what is gone goes last.
 *
 * A bucket sends what it holds whatever the reader's browser can unpack, so packed copies stay here: the
 * network of caches in front packs by itself.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import mime from 'mime';
import { z } from 'zod';
import { cachingOf, hasHash } from '../server/http/serving.ts';
import { BucketStore, type BucketPlace } from './bucket-store.ts';
import { compareLists, eachOf, sentOf, type Sent, type Site } from './files.ts';

/** What this program put there, kept beside it: files of others in the bucket are never touched. */
const recordRule = z.object({
  /** Path → `markOf` the file; `''` while it is being sent. */
  files: z.record(z.string(), z.string()),
  /** Hashed files that no page names any more → since when (ISO 8601). */
  gone: z.record(z.string(), z.iso.datetime()),
});
type SentRecord = z.infer<typeof recordRule>;

const recordPath = '.release.json';

/** Pages that were loaded before a release ask for their files for a while. */
const graceMilliseconds = 24 * 60 * 60 * 1000;

/** Larger files are streamed: they are not sent again by themselves when a connection breaks. */
const wholeBytes = 16 * 1024 * 1024;

/** Sends what differs and deletes what is gone; hashed files go a day later. */
export async function sendToBucket(
  whole: Site,
  place: BucketPlace,
  { dryRun, now, env }: { dryRun: boolean; now: Date; env: NodeJS.ProcessEnv },
): Promise<Sent> {
  const site = unpacked(whole);
  const store = new BucketStore(place, env);
  try {
    const record = await readRecord(store);
    const plan = planFor(site, record, now);
    if (!dryRun) await carryOut(store, site, { record, plan });
    return plan.sent;
  } finally {
    store.close();
  }
}

export interface Plan {
  /** Groups of paths; each is sent whole before the next begins. */
  put: string[][];
  delete: string[];
  /** What is there afterwards. */
  record: SentRecord;
  sent: Sent;
}

/** What has to be done to a bucket with this record; nothing is asked or written. */
export function planFor(site: Site, record: SentRecord, now: Date): Plan {
  const wanted = new Map([...site.files].map(([path, md5]) => [path, markOf(path, md5)]));
  const difference = compareLists(new Map(Object.entries(record.files)), wanted);
  const put = [...difference.added, ...difference.changed];
  const isPage = (path: string) => path.endsWith('.html');
  const gone: Record<string, string> = {};
  for (const path of difference.removed.filter(hasHash)) {
    const since = record.gone[path] ?? now.toISOString();
    if (now.getTime() - Date.parse(since) < graceMilliseconds) gone[path] = since;
  }
  const staying = Object.keys(gone).map((path) => [path, record.files[path]!] as const);
  const remove = difference.removed.filter((path) => !Object.hasOwn(gone, path));
  return {
    put: [
      put.filter(hasHash),
      put.filter((path) => !hasHash(path) && !isPage(path)),
      put.filter((path) => !hasHash(path) && isPage(path)),
    ],
    delete: remove,
    record: { files: Object.fromEntries([...wanted, ...staying]), gone },
    sent: { ...sentOf(site, difference), removed: remove.length },
  };
}

async function carryOut(
  store: BucketStore,
  { dir, files, sizes }: Site,
  { record, plan }: { record: SentRecord; plan: Plan },
): Promise<void> {
  const { put } = plan;
  if (isDeepStrictEqual(record, plan.record)) return;
  // First what will lie there: a sending that breaks off is taken up, and leaves nothing for good.
  const underWay = Object.fromEntries(put.flat().map((path) => [path, '']));
  await writeRecord(store, { ...record, files: { ...record.files, ...underWay } });
  for (const group of put) {
    await eachOf(group, async (path) => {
      const bytes = sizes.get(path)!;
      const file = join(dir, path);
      await store.put(path, {
        body: bytes <= wholeBytes ? await readFile(file) : createReadStream(file),
        bytes,
        md5: files.get(path)!,
        type: contentType(path),
        caching: cachingOf(path),
      });
    });
  }
  await eachOf(plan.delete, (path) => store.delete(path));
  await writeRecord(store, plan.record);
}

/** The site without copies that the build packed. */
function unpacked({ files, ...rest }: Site): Site {
  const isPacked = (path: string) => /\.(?:br|gz)$/.test(path) && files.has(path.slice(0, -3));
  return { ...rest, files: new Map([...files].filter(([path]) => !isPacked(path))) };
}

/** `Content-Type` of the file at a path; all text of the site is UTF-8. */
export function contentType(path: string): string {
  const type = mime.getType(path) ?? 'application/octet-stream';
  return /^text\/|javascript|json|xml/.test(type) ? `${type}; charset=utf-8` : type;
}

/** What stands for a file and for its headers: a change of either sends it again. */
function markOf(path: string, md5: string): string {
  const parts = [md5, contentType(path), cachingOf(path)];
  return createHash('md5').update(parts.join('\n')).digest('hex');
}

async function readRecord(store: BucketStore): Promise<SentRecord> {
  const text = await store.read(recordPath);
  if (text === undefined) return { files: {}, gone: {} };
  try {
    return recordRule.parse(JSON.parse(text));
  } catch (cause) {
    const remedy = 'Hãy xóa tệp ấy rồi gửi lại: mọi tệp sẽ được gửi.';
    throw new Error(`tệp ${recordPath} trong thùng bị hỏng. ${remedy}`, { cause });
  }
}

async function writeRecord(store: BucketStore, record: SentRecord): Promise<void> {
  const body = Buffer.from(JSON.stringify(record));
  const md5 = createHash('md5').update(body).digest('hex');
  const type = 'application/json';
  await store.put(recordPath, { body, bytes: body.length, md5, type, caching: 'no-store' });
}
