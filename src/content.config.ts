import { readdirSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { codeOnlySite } from '#src/integrations/code-only.ts';

type Collections = typeof import('#src/collections.ts').collections;

export const collections: Collections =
  codeOnlySite === undefined ? (await import('#src/collections.ts')).collections : names();

/** Where Astro bundles alone, types of collections are all that it makes of them: their rules take it two seconds to read. */
function names(): Collections {
  const folders = readdirSync('content', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const empty = defineCollection({ loader: () => [], schema: z.object({}) });
  return Object.fromEntries(folders.map(({ name }) => [name, empty])) as unknown as Collections;
}
