/** Who has which entry open: said by the CMS every 20 seconds, kept in memory for a minute. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { User } from '../accounts/accounts.ts';
import { Refusal } from '../http/errors.ts';
import { isEntryKey } from '../content/files.ts';
import { userOf } from '../accounts/login.ts';
import type { Sessions } from '../accounts/sessions.ts';

const keepFor = 60_000;

interface Sighting {
  name: string;
  /** When the CMS last said so, in milliseconds. */
  at: number;
}

export class Presence {
  /** Entry → login → sighting. */
  readonly #entries = new Map<string, Map<string, Sighting>>();

  /** Notes that somebody has the entry open at that moment; returns who else has. */
  tell(
    entry: string,
    { login, name }: Pick<User, 'login' | 'name'>,
    at: number,
  ): { name: string }[] {
    this.#forget(at);
    const people = this.#entries.get(entry) ?? new Map<string, Sighting>();
    this.#entries.set(entry, people.set(login, { name, at }));
    const others = [...people].filter(([other]) => other !== login);
    return others.map(([, sighting]) => ({ name: sighting.name }));
  }

  /** Notes that somebody has closed the entry. */
  leave(entry: string, { login }: Pick<User, 'login'>): void {
    this.#entries.get(entry)?.delete(login);
  }

  #forget(now: number): void {
    for (const [entry, people] of this.#entries) {
      for (const [login, { at }] of people) {
        if (now - at >= keepFor) people.delete(login);
      }
      if (people.size === 0) this.#entries.delete(entry);
    }
  }
}

const bodyRule = z.object({
  collection: z.string(),
  slug: z.string(),
  /** Whether the person closes the entry. */
  leaves: z.boolean().default(false),
});

/** `POST /api/presence` with `{collection, slug, leaves?}`: who else has it open, as `{others}`. */
export function addPresenceRoute(app: FastifyInstance, sessions: Sessions): void {
  const presence = new Presence();
  app.post('/api/presence', { bodyLimit: 4096 }, async (request) => {
    const user = await userOf(request, sessions);
    const body = bodyRule.safeParse(request.body);
    if (!body.success || !isEntryKey(body.data.collection, body.data.slug)) {
      throw new Refusal(422, 'bad-request', 'Không có mục này.');
    }
    const { collection, slug, leaves } = body.data;
    const entry = `${collection}/${slug}`;
    if (!leaves) return { others: presence.tell(entry, user, Date.now()) };
    presence.leave(entry, user);
    return { others: [] };
  });
}
