/** JSON Schema (2020-12) of what the content API gives, made from the declarations of the types. */
import { z } from 'zod';
import { absolute } from '#src/model/web-values.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import { pageTypes } from '#src/schema/index.ts';
import { apiPaths } from './paths.ts';

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  [keyword: string]: unknown;
}

const dialect = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string' };
const address = { type: 'string', format: 'uri' };
const day = { type: 'string', format: 'date' };

const reference = {
  type: 'object',
  properties: { id: text, type: text, title: text, url: address, api: address },
  required: ['id', 'type', 'title', 'url', 'api'],
};

const item = {
  type: 'object',
  properties: {
    ...reference.properties,
    summary: text,
    axis: text,
    published: day,
    updated: day,
    hash: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  },
  required: [...reference.required, 'summary', 'published', 'hash'],
};

/** The schemas by name: one for each type's entries, one for lists, one for the index. */
export function apiSchemas(site: { url: string }): { name: string; schema: object }[] {
  const named = (name: string, title: string, schema: object) => ({
    name,
    schema: { $schema: dialect, $id: absolute(site, apiPaths.schema(name)), title, ...schema },
  });
  return [
    named('index', 'Mục lục của dữ liệu', {
      type: 'object',
      properties: { version: { const: 1 }, all: address, types: { type: 'array' } },
      required: ['version', 'site', 'all', 'types', 'axes'],
    }),
    named('list', 'Một trang của danh sách', {
      type: 'object',
      properties: {
        page: { type: 'integer', minimum: 1 },
        pages: { type: 'integer', minimum: 1 },
        total: { type: 'integer', minimum: 0 },
        previous: address,
        next: address,
        items: { type: 'array', items: item },
      },
      required: ['page', 'pages', 'total', 'items'],
    }),
    ...pageTypes.map(({ name, words, fields, rule }) =>
      named(name, words.one, {
        type: 'object',
        properties: {
          ...item.properties,
          status: { const: 'published' },
          slug: text,
          shortUrl: address,
          image: address,
          fields: fieldsSchema(rule, fields),
          body: text,
          text,
          references: { type: 'array', items: reference },
          referrers: { type: 'array', items: reference },
          kit: { type: 'object' },
        },
        required: [
          ...item.required,
          'status',
          'slug',
          'shortUrl',
          'image',
          'fields',
          'body',
          'text',
        ],
      }),
    ),
  ];
}

/** The fields of a type with the labels and hints of its form, without those not for readers. */
function fieldsSchema(rule: z.ZodType, fields: Fields): Schema {
  const schema = z.toJSONSchema(rule, { unrepresentable: 'any' }) as Schema;
  delete schema['$schema'];
  return labelled(schema, fields);
}

function labelled(schema: Schema, fields: Fields): Schema {
  const properties = Object.entries(schema.properties ?? {})
    .filter(([name]) => !fields[name]?.form.internal)
    .map(([name, inner]) => [name, describe(inner, fields[name]?.form)] as const);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: (schema.required ?? []).filter((name) => !fields[name]?.form.internal),
  };
}

function describe(schema: Schema, form: Form | undefined): Schema {
  if (!form) return schema;
  const words = { title: form.label, ...(form.hint && { description: form.hint }) };
  if (form.widget === 'object') return { ...labelled(schema, form.fields), ...words };
  if (form.widget === 'list' && schema.items) {
    return { ...schema, items: labelled(schema.items, form.fields), ...words };
  }
  return { ...schema, ...words };
}
