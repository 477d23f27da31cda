import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entryLoader } from '#src/load/loader.ts';
import type { DrawnBlock } from '#src/schema/drawn-blocks.ts';
import { allTypes } from '#src/schema/index.ts';

/** A collection of every content type, named as its folder under `content/`. */
export const collections = Object.fromEntries(
  allTypes.map((type) => [
    type.folder,
    defineCollection({
      loader: entryLoader(type),
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
