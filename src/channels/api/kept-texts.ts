/** The texts of bodies, kept from one build to the next: parsing is what an entry's file costs. */
import { cached, cacheKey } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';
import { bodyTexts, type BodyTexts } from './entry.ts';
import type { Prepared } from './prepared.ts';

let maker: string | undefined;

/** The texts of an entry's body, made when no build has made them. */
export async function keptBodyTexts(one: Prepared): Promise<BodyTexts> {
  maker ??= cacheKey(...codeReached('src/channels/api/entry.ts'));
  const key = cacheKey(maker, one.item.url, one.body, JSON.stringify([...one.pictures]));
  const bytes = await cached(`${key}.json`, () =>
    Promise.resolve(Buffer.from(JSON.stringify(bodyTexts(one)))),
  );
  return JSON.parse(bytes.toString()) as BodyTexts;
}
