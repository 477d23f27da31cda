/** People at work: each action is drawn at random, and what was acknowledged goes into the ledger. */
import { key, saveOf, type PersonName } from '#tests/server/harness.ts';
import type { Ledger } from './fault-ledger.ts';

/** A request of the CMS; `undefined` when no answer came. */
export type Ask = (
  as: PersonName,
  action: string,
  params: object,
) => Promise<{ status: number; body: unknown } | undefined>;

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

export const kinds = ['save', 'advance', 'sendBack', 'discard'] as const;
export type Kind = (typeof kinds)[number];

/** Most of what people do is writing and handing on. */
export const likely: readonly Kind[] = [
  ...Array<Kind>(8).fill('save'),
  ...Array<Kind>(24).fill('advance'),
  'sendBack',
  'discard',
];

const editors = ['editor', 'otherEditor', 'approver'] as const satisfies PersonName[];
const approvers = ['approver', 'otherApprover', 'admin'] as const satisfies PersonName[];

export interface Scene {
  ask: Ask;
  ledger: Ledger;
  random: Random;
  /** Articles that somebody is handing on: who comes second would find it done and write nothing. */
  busy: Set<string>;
}

/** Does one thing to one article; throws when the server itself failed. */
export async function act(scene: Scene, kind: Kind, slug: string): Promise<void> {
  if (kind === 'save') await save(scene, slug);
  if (kind === 'advance' && !scene.busy.has(slug)) {
    scene.busy.add(slug);
    await advance(scene, slug);
    scene.busy.delete(slug);
  }
  if (kind === 'sendBack') await move(scene, pick(scene.random, approvers), slug, 'draft');
  if (kind === 'discard') await discard(scene, slug);
}

async function save({ ask, ledger, random }: Scene, slug: string): Promise<void> {
  const at = ledger.now();
  const reply = await ask(
    pick(random, editors),
    'persistEntry',
    saveOf(slug, { title: `Bài ${slug} lần ${at}` }),
  );
  if (isDone(reply)) ledger.saved(slug, (reply.body as { version: string }).version, at);
}

/** The next step of an article, as its state says; its first one where there is no draft. */
async function advance(scene: Scene, slug: string): Promise<void> {
  const { ask, ledger, random } = scene;
  const draft = await ask('editor', 'unpublishedEntry', key(slug));
  const state = isDone(draft) ? (draft.body as { status: string }).status : undefined;
  if (draft?.status === 404) await save(scene, slug);
  if (state === 'draft') await move(scene, pick(random, editors), slug, 'pending_review');
  if (state === 'pending_review') await approve(scene, slug);
  if (state === 'pending_publish') {
    const reply = await ask(pick(random, approvers), 'publishUnpublishedEntry', key(slug));
    if (isDone(reply)) ledger.published(slug);
  }
}

async function approve({ ask, ledger, random }: Scene, slug: string): Promise<void> {
  const at = ledger.now();
  const note = `lần ${at}`;
  const status = { ...key(slug), newStatus: 'pending_publish', note };
  const reply = await ask(pick(random, approvers), 'updateUnpublishedEntryStatus', status);
  if (isDone(reply)) ledger.approved(slug, note, at);
}

async function move(
  { ask }: Scene,
  as: PersonName,
  slug: string,
  newStatus: string,
): Promise<void> {
  const status = { ...key(slug), newStatus, note: 'Xem lại' };
  assertAnswered(await ask(as, 'updateUnpublishedEntryStatus', status));
}

async function discard({ ask, ledger, random }: Scene, slug: string): Promise<void> {
  const reply = await ask(pick(random, approvers), 'deleteUnpublishedEntry', key(slug));
  if (!reply || isDone(reply)) ledger.discarded(slug);
}

function isDone<R extends { status: number; body: unknown }>(reply: R | undefined): reply is R {
  assertAnswered(reply);
  return reply?.status === 200;
}

function assertAnswered(reply: { status: number; body: unknown } | undefined): void {
  if (reply && reply.status >= 500) throw new Error(JSON.stringify(reply.body));
}
