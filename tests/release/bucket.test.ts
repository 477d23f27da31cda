/** A bucket of a real S3 server: the right headers, an order that breaks no page, nothing of others lost. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planFor, type Plan } from '#admin/release/bucket.ts';
import { BucketStore } from '#admin/release/bucket-store.ts';
import { readSite } from '#admin/release/files.ts';
import { send } from '#admin/release/send.ts';
import { readTarget } from '#admin/release/target.ts';
import { caching } from '#admin/server/http/serving.ts';
import { s3Keys, startS3, type S3Server } from '#tests/support/s3-server.ts';
import { site, writeSite } from './site.ts';

let dir: string;
let server: S3Server;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 's3-'));
  server = await startS3(join(dir, 's3'), 'trang');
});
afterAll(async () => {
  await server.stop();
  await rm(dir, { recursive: true });
});

const now = new Date('2026-11-22T03:00:00Z');
const after = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);

/** Each test has a folder of its own in the bucket. */
let folder = 0;
beforeEach(async () => {
  folder += 1;
  await writeSite(join(dir, 'dist'));
});
const addressOf = (bucket = 'trang') => `s3://${bucket}/${folder}?endpoint=${server.endpoint}`;

async function sendAt(moment: Date, options: { dryRun?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  const { dryRun = false, env = s3Keys } = options;
  const target = readTarget(addressOf());
  return send(await readSite(join(dir, 'dist')), target, { dryRun, now: moment, env });
}

async function inBucket<T>(work: (store: BucketStore) => Promise<T>): Promise<T> {
  const { endpoint } = server;
  const place = { bucket: 'trang', prefix: `${folder}/`, endpoint, region: 'us-east-1' };
  const store = new BucketStore(place, s3Keys);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
const lies = (path: string) => inBucket((store) => store.read(path));

/** Asks as a reader does; this server lets everybody read. */
const ask = (path: string) => fetch(`${server.endpoint}/trang/${folder}/${encodeURI(path)}`);

test('files come with their types and their caching; packed copies stay here', async () => {
  const count = Object.keys(site).length - 2;
  expect(await sendAt(now, { dryRun: true })).toMatchObject({ files: count });
  expect((await ask('index.html')).status).toBe(404);
  expect(await sendAt(now)).toMatchObject({ files: count, same: 0, removed: 0 });
  const table: [path: string, type: string, caching: string][] = [
    ['index.html', 'text/html; charset=utf-8', caching.other],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', caching.other],
    ['_astro/a.Bx12.css', 'text/css; charset=utf-8', caching.hashed],
    ['fonts/a.woff2', 'font/woff2', caching.steady],
    ['media/ảnh đẹp.png', 'image/png', caching.steady],
  ];
  for (const [path, type, cached] of table) {
    const reply = await ask(path);
    expect(reply.headers.get('content-type'), path).toBe(type);
    expect(reply.headers.get('cache-control'), path).toBe(cached);
    expect(reply.headers.get('content-encoding'), path).toBeNull();
    expect(await reply.text(), path).toBe(site[path]);
  }
  expect((await ask('index.html.br')).status).toBe(404);
  expect((await ask('admin/index.html')).status).toBe(404);
});

test('the next release costs what changed; a page that is gone goes, its style a day later', async () => {
  const first = await sendAt(now);
  const body = Buffer.from('<p>Của người khác');
  const others = { body, bytes: body.length, md5: '', type: 'text/html', caching: 'no-cache' };
  await inBucket((store) => store.put('cua-nguoi-khac.html', others));
  await writeSite(join(dir, 'dist'), {
    'index.html': '<p>Trang mới',
    'bai-viet/mot/index.html': undefined,
    '_astro/a.Bx12.css': undefined,
    '_astro/b.Cy34.css': 'p{margin:0}',
  });
  const cost = { files: 2, same: first.files - 3, removed: 1 };
  expect(await sendAt(after(1), { dryRun: true })).toMatchObject(cost);
  expect(await sendAt(after(1))).toMatchObject(cost);
  expect(await lies('index.html')).toBe('<p>Trang mới');
  expect(await lies('bai-viet/mot/index.html')).toBeUndefined();
  expect(await lies('_astro/a.Bx12.css')).toBe('p{}');
  expect(await sendAt(after(24))).toMatchObject({ files: 0, removed: 0 });
  expect(await lies('_astro/a.Bx12.css')).toBe('p{}');
  expect(await sendAt(after(25))).toMatchObject({ files: 0, removed: 1 });
  expect(await lies('_astro/a.Bx12.css')).toBeUndefined();
  expect(await sendAt(after(26))).toMatchObject({ files: 0, removed: 0 });
  expect(await lies('cua-nguoi-khac.html')).toBe('<p>Của người khác');
});

test('a sending that broke off is taken up, and what it left goes with its page', async () => {
  const target = readTarget(addressOf());
  const broken = await readSite(join(dir, 'dist'));
  await rm(join(dir, 'dist/bai-viet'), { recursive: true });
  await expect(send(broken, target, { dryRun: false, now, env: s3Keys })).rejects.toThrow('ENOENT');
  expect(await lies('_astro/a.Bx12.css')).toBe('p{}');
  await writeSite(join(dir, 'dist'), { 'fonts/a.woff2': undefined });
  await sendAt(now);
  expect(await lies('bai-viet/mot/index.html')).toBe('<p>Bài một');
  expect(await lies('fonts/a.woff2')).toBeUndefined();
  expect(await sendAt(now)).toMatchObject({ files: 0, removed: 0 });
});

const path = fc.constantFrom(
  'index.html',
  'a/index.html',
  'a.xml',
  '_astro/a.aa11.js',
  '_astro/b.bb22.js',
);
const release = fc.dictionary(path, fc.constantFrom('1', '2'));

test('whatever releases follow one another, the bucket holds the last one, and styles of a day', () => {
  const steps = fc.array(fc.record({ files: release, hours: fc.integer({ min: 0, max: 30 }) }));
  fc.assert(
    fc.property(steps, (releases) => {
      const bucket = new Map<string, string>();
      let record: Plan['record'] = { files: {}, gone: {} };
      let [hour, before] = [0, {} as Record<string, string>];
      for (const { files, hours } of releases) {
        hour += hours;
        const list = new Map(Object.entries(files));
        const sizes = new Map(Object.keys(files).map((name) => [name, 1]));
        const plan = planFor({ dir: '', files: list, sizes }, record, after(hour));
        for (const name of plan.put.flat()) bucket.set(name, files[name]!);
        for (const name of plan.delete) bucket.delete(name);
        record = plan.record;
        for (const [name, text] of list) expect(bucket.get(name)).toBe(text);
        for (const name of bucket.keys()) {
          expect(name in files || name.startsWith('_astro/'), name).toBe(true);
        }
        for (const name of Object.keys(before)) {
          if (name.startsWith('_astro/')) expect(bucket.has(name), name).toBe(true);
        }
        expect(Object.keys(record.files).sort()).toEqual([...bucket.keys()].sort());
        before = files;
      }
    }),
  );
});

test('pages come after what they name', async () => {
  const { put } = planFor(await readSite(join(dir, 'dist')), { files: {}, gone: {} }, now);
  expect(put[0]).toEqual(['_astro/a.Bx12.css']);
  expect(put[2]!.sort()).toEqual(['404.html', 'bai-viet/mot/index.html', 'index.html']);
});

describe('what is wrong is told with its remedy, and without the key', () => {
  const secret = 'bi-mat-cua-phuong';
  const wrongKey = { ...s3Keys, AWS_SECRET_ACCESS_KEY: secret };
  const cases: [name: string, address: () => string, env: NodeJS.ProcessEnv, words: string][] = [
    ['no key', addressOf, {}, 'Hãy đặt AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY'],
    ['another key', addressOf, wrongKey, 'máy chủ không nhận khóa'],
    ['no such bucket', () => addressOf('khong-co'), s3Keys, 'không có thùng khong-co'],
    ['no server', () => 's3://trang?endpoint=http://127.0.0.1:1', wrongKey, 'không nối được tới'],
  ];
  test.each(cases)('%s', async (_name, address, env, words) => {
    const files = await readSite(join(dir, 'dist'));
    const options = { dryRun: false, now, env };
    const sending = send(files, readTarget(address()), options);
    await expect(sending).rejects.toThrow(words);
    await expect(sending).rejects.not.toThrow(secret);
  });
});
