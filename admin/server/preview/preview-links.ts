/**
 * Links with which somebody without an account sees one draft's page: `previews.json` in the data
 * folder holds only hashes, so the file gives no link away.
 */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { User } from '../accounts/accounts.ts';
import { Refusal } from '../http/errors.ts';
import { readJson, writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';

/** For how many days a link may be open. */
export const linkDays = [1, 3, 7] as const;

const linksRule = z.array(
  z.object({
    /** Names the link without opening it. */
    id: z.string(),
    hash: z.string(),
    collection: z.string(),
    slug: z.string(),
    /** Name of the person who made it. */
    by: z.string(),
    /** When it ends, in milliseconds. */
    expires: z.number(),
  }),
);

export type PreviewLink = z.infer<typeof linksRule>[number];

export class PreviewLinks {
  readonly #path: string;
  readonly #now: () => number;
  readonly #write: Queue = createQueue();

  /** `now` gives the time in milliseconds. */
  constructor(path: string, now: () => number = Date.now) {
    this.#path = path;
    this.#now = now;
  }

  /** Makes a link and returns its token, which is stored nowhere. */
  async make(user: User, collection: string, slug: string, days: number): Promise<string> {
    if (!linkDays.some((one) => one === days)) {
      throw new Refusal(422, 'bad-days', 'Hãy chọn thời hạn 1, 3 hoặc 7 ngày.');
    }
    const token = randomBytes(32).toString('base64url');
    const link = {
      id: randomBytes(9).toString('base64url'),
      hash: hashOf(token),
      collection,
      slug,
      by: user.name,
      expires: this.#now() + days * 24 * 60 * 60 * 1000,
    };
    await this.#change((links) => [...links, link]);
    return token;
  }

  /** The links to an entry that are open now. */
  async list(collection: string, slug: string): Promise<PreviewLink[]> {
    const links = await this.#read();
    return links.filter((link) => link.collection === collection && link.slug === slug);
  }

  async revoke(collection: string, slug: string, id: string): Promise<void> {
    await this.#change((links) =>
      links.filter(
        (link) => link.id !== id || link.collection !== collection || link.slug !== slug,
      ),
    );
  }

  /** The link that a token opens; refuses with 404 when it has expired or was revoked. */
  async open(token: string): Promise<PreviewLink> {
    const hash = hashOf(token);
    const link = (await this.#read()).find((one) => one.hash === hash);
    if (link) return link;
    const message =
      'Đường dẫn xem trước này không còn dùng được: đã hết hạn hoặc đã bị thu hồi. Hãy xin người gửi đường dẫn mới.';
    throw new Refusal(404, 'no-link', message);
  }

  /** Those that have not expired. */
  async #read(): Promise<PreviewLink[]> {
    const links = linksRule.parse(await readJson(this.#path, []));
    return links.filter(({ expires }) => expires > this.#now());
  }

  #change(change: (links: PreviewLink[]) => PreviewLink[]): Promise<void> {
    return this.#write(async () => writeJson(this.#path, change(await this.#read())));
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
