/** Whatever several people do, in whatever order: what the workflow promises holds in git. */
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { act, kinds, randomFrom, type Scene } from '#tests/support/fault-actions.ts';
import { Ledger } from '#tests/support/fault-ledger.ts';
import { startWorld, type World } from './harness.ts';

let world: World;
let ledger: Ledger;
beforeAll(async () => {
  world = await startWorld();
  ledger = new Ledger(`${world.dir}/data/repository.git`);
});
afterAll(() => world.close());

/** Each round of a sequence: what is done at the same time, and to which of three articles. */
const rounds = fc.array(
  fc.array(fc.record({ kind: fc.constantFrom(...kinds, 'advance' as const), article: fc.nat(2) }), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 4, maxLength: 10 },
);

test('random sequences of actions by several people', { timeout: 300_000 }, async () => {
  let run = 0;
  const property = fc.asyncProperty(rounds, fc.integer(), async (sequence, seed) => {
    run += 1;
    const scene: Scene = {
      ask: (as, action, params) => world.cms(as, action, params),
      ledger,
      random: randomFrom(seed),
      busy: new Set(),
    };
    for (const round of sequence) {
      await Promise.all(
        round.map(({ kind, article }) => act(scene, kind, `lan-${run}-bai-${article}`)),
      );
    }
    await ledger.check();
  });
  await fc.assert(property, { numRuns: 8 });
});
