import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { isCodeOnly } from '#src/integrations/code-only.ts';
import { keptReader } from '#src/checks/kept-reads.ts';
import { entryLoader } from '#src/load/loader.ts';
import type { DrawnBlock } from '#src/schema/drawn-blocks.ts';
import { allTypes } from '#src/schema/index.ts';

/** The checks have read every file before, as a rule (`src/integrations/content-gate.ts`). */
const reader = keptReader();

/** A collection of every content type, named as its folder under `content/`. */
export const collections = Object.fromEntries(
  allTypes.map((type) => [
    type.folder,
    defineCollection({
      loader: isCodeOnly ? () => [] : entryLoader(type, reader),
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
