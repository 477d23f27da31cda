import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entryLoader } from '#src/load/loader.ts';
import { types, type ContentType } from '#src/schema/index.ts';

/** A collection's name is its folder's name under `content/`. */
const collection = (type: ContentType) =>
  defineCollection({
    loader: entryLoader(type),
    schema: z.object({ fields: type.rule, syllables: z.number() }),
  });

export const collections = {
  articles: collection(types.article),
  axes: collection(types.axis),
  infographics: collection(types.infographic),
  documents: collection(types.document),
  pages: collection(types.page),
  settings: collection(types.settings),
  units: collection(types.unit),
};
