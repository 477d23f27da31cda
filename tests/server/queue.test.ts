import { expect, test } from 'vitest';
import { createQueues } from '#admin/server/machine/queue.ts';

test('tasks of one key take turns, and those of another do not wait for them', async () => {
  const inTurn = createQueues();
  const said: string[] = [];
  const gate = Promise.withResolvers<undefined>();
  const first = inTurn('một', async () => {
    await gate.promise;
    said.push('một, đầu');
  });
  const failed = inTurn('một', () => {
    said.push('một, hỏng');
    return Promise.reject(new Error('hỏng'));
  });
  const last = inTurn('một', () => Promise.resolve(said.push('một, cuối')));
  await inTurn('hai', () => Promise.resolve(said.push('hai')));
  gate.resolve(undefined);
  await expect(failed).rejects.toThrow('hỏng');
  await Promise.all([first, last]);
  expect(said).toEqual(['hai', 'một, đầu', 'một, hỏng', 'một, cuối']);
});
