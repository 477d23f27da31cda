/** The server is killed again and again while people work; each time all that it acknowledged is there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  act,
  likely,
  pick,
  randomFrom,
  type Random,
  type Scene,
} from '#tests/support/fault-actions.ts';
import { bundleFaultServer } from '#tests/support/fault-bundle.ts';
import { Ledger } from '#tests/support/fault-ledger.ts';
import { FaultWorld } from '#tests/support/fault-world.ts';
import { seed } from '#tests/support/seed.ts';
import { gitIn } from './harness.ts';

/** Kills in all, shared between servers that run side by side; `KILLS=200` looks longer. */
const kills = Number(process.env['KILLS'] ?? 60);
const servers = 2;

/** Most milliseconds that three steps take, on a machine with much other work too. */
const patience = 15_000;

const slugs = Array.from({ length: 6 }, (_, number) => `bai-${number}`);
const people = 3;

test(
  `${kills} kills at random moments lose nothing`,
  { timeout: 120_000 + (kills / servers) * patience },
  async () => {
    const started = Date.now();
    const dir = await mkdtemp(join(tmpdir(), 'fault-server-'));
    try {
      const program = await bundleFaultServer(dir);
      const ledgers = await Promise.all(
        Array.from({ length: servers }, (_, number) =>
          killAgain(program, kills / servers, seed + number),
        ),
      );
      const total = (name: keyof Ledger['counts']) =>
        ledgers.reduce((sum, { counts }) => sum + counts[name], 0);
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(
        `${kills} kills in ${seconds} s, seed ${seed}: ${total('saves')} saves, ${total('approvals')} approvals, ${total('publishes')} publishes were acknowledged`,
      );
      expect(total('publishes')).toBeGreaterThan(0);
    } catch (error) {
      throw new Error(`SEED=${seed}`, { cause: error });
    } finally {
      await rm(dir, { recursive: true });
    }
  },
);

async function killAgain(program: string, times: number, ownSeed: number): Promise<Ledger> {
  const random = randomFrom(ownSeed);
  const world = await FaultWorld.make(program);
  const ledger = new Ledger(world.repository);
  try {
    for (let kill = 0; kill < times; kill += 1) {
      await world.start();
      await ledger.check();
      await expectServed(world, ledger);
      const scene = { ledger, random, busy: new Set<string>() };
      const work = Array.from({ length: people }, () => workUntilKilled(world, scene));
      await someWork(ledger, random);
      await world.kill(random() < 0.5);
      await Promise.all(work);
      await sleep(random() * 20);
    }
    await world.start();
    await ledger.check();
    await expectServed(world, ledger);
  } finally {
    await world.remove();
  }
  return ledger;
}

/** Waits for up to three steps to be acknowledged, then for a moment in the midst of the next ones. */
async function someWork(ledger: Ledger, random: Random): Promise<void> {
  const enough = ledger.total + Math.floor(random() * 4);
  const deadline = Date.now() + patience;
  while (ledger.total < enough && Date.now() < deadline) await sleep(5);
  await sleep(random() * 150);
}

async function workUntilKilled(
  world: FaultWorld,
  { ledger, random, busy }: Omit<Scene, 'ask'>,
): Promise<void> {
  const server = { isAlive: true };
  const ask: FaultWorld['ask'] = async (...request) => {
    const reply = await world.ask(...request);
    server.isAlive &&= reply !== undefined;
    return reply;
  };
  const scene = { ask, ledger, random, busy };
  while (server.isAlive) {
    await act(scene, pick(random, likely), pick(random, slugs));
  }
}

/** The site shows what `main` says, after the moment that a build takes. */
async function expectServed(world: FaultWorld, { articles }: Ledger): Promise<void> {
  for (const slug of articles) {
    const text = await gitIn(world.repository, 'show', `main:content/articles/${slug}.mdx`);
    await expect.poll(async () => (await world.page(slug))?.trim(), { timeout: 60_000 }).toBe(text);
  }
}
