/** Recordings: kept beside the repository, proved by what an entry names, played in parts. */
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecordingStore } from '#admin/server/recordings/store.ts';
import type { RecordingFile } from '#src/schema/recording.ts';
import { silence } from '#tests/support/silence.ts';
import { startWorld, type World } from './harness.ts';

let world: World;
let cookie = '';
beforeAll(async () => {
  world = await startWorld({ recordingLimit: 300_000 });
  const { headers } = await world.request('/api/login', {
    body: { login: 'an', password: world.passwords.editor },
  });
  cookie = headers.get('set-cookie')!.split(';')[0]!;
});
afterAll(() => world.close());

async function send(name: string, content: Buffer, headers: Record<string, string> = {}) {
  const answer = await fetch(`${world.url}/api/v1/ban-ghi?ten=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', Cookie: cookie, ...headers },
    body: new Uint8Array(content),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as RecordingFile & { error: string },
  };
}

const stored = () => readdir(join(world.dir, 'data/recordings'));

describe('an upload', () => {
  test('is kept under a name made of its own, with size, length and checksum', async () => {
    const content = silence(200);
    const { status, body } = await send('Bài nghe số 1.mp3'.normalize('NFD'), content);
    expect(status).toBe(200);
    expect(body).toEqual({
      name: 'bai-nghe-so-1.mp3',
      bytes: content.length,
      seconds: 5,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(await world.git('ls-tree', '-r', '--name-only', 'main')).not.toContain('bai-nghe');
  });

  test('the same again is the same file; another under that name gets a free one', async () => {
    expect((await send('Bài nghe số 1.mp3', silence(200))).body.name).toBe('bai-nghe-so-1.mp3');
    const { body } = await send('Bài nghe số 1.mp3', silence(200, 7));
    expect(body.name).toBe('bai-nghe-so-1-2.mp3');
  });

  test.each([
    ['bai.exe', silence(10), 415, 'mp3, m4a, mp4 hoặc webm'],
    ['bai.mp3', Buffer.from('%PDF-1.7 không phải tiếng'), 415, 'không đúng là tệp mp3'],
    ['bai.mp3', Buffer.alloc(0), 415, 'không đúng là tệp mp3'],
    ['bai.mp3', silence(800), 413, 'lớn quá'],
  ])('%s is refused in words, and nothing of it stays', async (name, content, status, words) => {
    const before = await stored();
    const answer = await send(name, content);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(words);
    expect(await stored()).toEqual(before);
  });

  test('is for those who are logged in, on our own pages', async () => {
    expect((await send('bai.mp3', silence(10), { Cookie: '' })).status).toBe(401);
    expect((await send('bai.mp3', silence(10), { Origin: 'https://khac.example' })).status).toBe(
      403,
    );
    expect((await send('bai.mp3', silence(10), { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  test('what was broken off is gone at the next start', async () => {
    const dir = join(world.dir, 'data/recordings');
    await writeFile(join(dir, '.upload-x.mp3'), 'nửa chừng');
    await new RecordingStore(dir, 1).open();
    expect(await stored()).not.toContain('.upload-x.mp3');
  });
});

describe('a reader', () => {
  test('hears a part of it, as players ask', async () => {
    const answer = await fetch(`${world.url}/nghe-xem/tep/bai-nghe-so-1.mp3`, {
      headers: { Range: 'bytes=0-99' },
    });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-type')).toBe('audio/mpeg');
    expect((await answer.arrayBuffer()).byteLength).toBe(100);
  });

  test.each(['khong-co.mp3', '..%2faccounts.json', '.upload-x.mp3', ''])(
    'finds nothing at “%s”',
    async (name) => {
      expect((await fetch(`${world.url}/nghe-xem/tep/${name}`)).status).toBe(404);
    },
  );
});
