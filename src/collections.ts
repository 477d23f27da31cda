/** The content as Astro's collections: one of every content type, named as its folder under `content/`. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { keptReader } from './checks/kept-reads.ts';
import type { DrawnBlock } from './schema/drawn-blocks.ts';
import { allTypes } from './schema/index.ts';
import { entryLoader } from './load/loader.ts';

/** The checks have read every file before, as a rule (`src/integrations/content-gate.ts`). */
const reader = keptReader();

export const collections = Object.fromEntries(
  allTypes.map((type) => [
    type.folder,
    defineCollection({
      loader: entryLoader(type, reader),
      schema: z.object({
        fields: type.rule,
        syllables: z.number(),
        code: z.string().optional(),
        // Made by the loader itself, from a body that was checked.
        blocks: z.custom<DrawnBlock[]>().optional(),
        recording: z.string().optional(),
      }),
    }),
  ]),
);
