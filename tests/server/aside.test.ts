import { expect, test } from 'vitest';
import { runAside } from '#admin/server/git/aside.ts';
import { key, saveOf, startWorld } from './harness.ts';

const env = process.env;

test('a program that is run aside ends as it would here', async () => {
  const said = await runAside('cat', [], { env, input: Buffer.from('Khương Đình') });
  expect(said).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(said.stdout.toString()).toBe('Khương Đình');
  const failed = await runAside('sh', ['-c', 'echo sai >&2; exit 3'], { env });
  expect(failed).toMatchObject({ code: 3, stderr: 'sai\n' });
  await expect(runAside('khong-co-chuong-trinh', [], { env })).rejects.toMatchObject({
    code: 'ENOENT',
  });
});

test('many at once come back to whoever asked', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => String(index));
  const said = await Promise.all(numbers.map((one) => runAside('echo', [one], { env })));
  expect(said.map(({ stdout }) => stdout.toString().trim())).toEqual(numbers);
});

test('a program that is told to stop stops', async () => {
  const stop = new AbortController();
  const sleeping = runAside('sleep', ['60'], { env, signal: stop.signal });
  stop.abort();
  await expect(sleeping).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

test('a process that was killed is started again; who waited is told', async () => {
  const killed = runAside('sh', ['-c', 'kill -9 $PPID; sleep 60'], { env });
  await expect(killed).rejects.toThrow('Hãy thử lại');
  expect((await runAside('echo', ['lại'], { env })).stdout.toString()).toBe('lại\n');
});

test('a server that runs git aside saves and publishes', async () => {
  const world = await startWorld({ run: runAside });
  try {
    expect(await world.cms('editor', 'persistEntry', saveOf('chay-ben'))).toMatchObject({
      status: 200,
    });
    const step = (as: 'editor' | 'approver', newStatus: string) =>
      world.cms(as, 'updateUnpublishedEntryStatus', { ...key('chay-ben'), newStatus });
    await step('editor', 'pending_review');
    await step('approver', 'pending_publish');
    expect(await world.cms('approver', 'publishUnpublishedEntry', key('chay-ben'))).toMatchObject({
      status: 200,
    });
    expect(await world.git('show', 'main:content/articles/chay-ben.mdx')).toContain('Bài chay-ben');
  } finally {
    await world.close();
  }
});
