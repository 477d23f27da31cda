/** The JSON Schemas (2020-12) of the content API, made from its shapes and the types' declarations. */
import { z } from 'zod';
import { absolute } from '#src/model/web-values.ts';
import { pageTypes, type ContentType } from '#src/schema/index.ts';
import { apiPaths } from './paths.ts';
import { fieldsSchema, toJsonSchema, type JsonSchema } from './public-fields.ts';
import { entryShape, goneShape, indexShape, listShape } from './shapes.ts';

export interface NamedSchema {
  name: string;
  make: () => object;
}

/** Every schema: those of all files, and one for the entries of each type. */
export function apiSchemas(site: { url: string }): NamedSchema[] {
  const named = (name: string, make: () => JsonSchema): NamedSchema => ({
    name,
    make: () => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: absolute(site, apiPaths.schema(name)),
      ...make(),
    }),
  });
  return [
    named('index', () => toJsonSchema(indexShape)),
    named('list', () => toJsonSchema(listShape)),
    named('entry', () => toJsonSchema(entryShape)),
    named('gone', () => toJsonSchema(goneShape)),
    ...pageTypes.map((type) => named(type.name, () => entrySchema(type))),
  ];
}

/** An entry of one type, its fields spelled out. */
function entrySchema({ name, words, fields }: ContentType): JsonSchema {
  const schema = toJsonSchema(entryShape.extend({ type: z.literal(name) }));
  return {
    ...schema,
    title: words.one,
    description: words.hint,
    properties: {
      ...schema.properties,
      fields: { ...fieldsSchema(fields), title: 'Các trường của loại' },
    },
  };
}
