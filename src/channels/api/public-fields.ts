/** The fields of an entry as others may have them, and the JSON Schema of just that. */
import { z } from 'zod';
import type { Fields, Form } from '#src/schema/field.ts';
import { recordingMediaType, recordingPath, type RecordingFile } from '#src/schema/recording.ts';

/** Turns what stands in a file into addresses that anybody can open. */
export interface Addresses {
  /** The whole address of a path on the site. */
  absolute: (path: string) => string;
  /** The whole address of a picture of the media folder, as the site publishes it. */
  picture: (src: string) => string;
}

type Data = Readonly<Record<string, unknown>>;

/** The fields without those that are kept for the office, files as addresses. */
export function publicFields(fields: Fields, data: Data, to: Addresses): Record<string, unknown> {
  return Object.fromEntries(
    shown(fields)
      .filter(([name]) => data[name] !== undefined)
      .map(([name, { form }]) => [name, publicValue(form, data[name], to)]),
  );
}

function publicValue(form: Form, value: unknown, to: Addresses): unknown {
  switch (form.widget) {
    case 'image':
      return to.picture(value as string);
    case 'recording':
      return { ...(value as RecordingFile), ...recordingAddress(value as RecordingFile, to) };
    case 'object':
      return publicFields(form.fields, value as Data, to);
    case 'list':
      return (value as Data[]).map((row) => publicFields(form.fields, row, to));
    default:
      return value;
  }
}

function recordingAddress({ name }: RecordingFile, { absolute }: Addresses) {
  return { url: absolute(recordingPath + name), mediaType: recordingMediaType(name) };
}

function shown(fields: Fields) {
  return Object.entries(fields).filter(([, { form }]) => !form.internal);
}

/** A JSON Schema, as far as this room looks into it. */
export interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  enum?: string[];
  [keyword: string]: unknown;
}

/** The schema of what `publicFields` gives, with the labels and hints of the form. */
export function fieldsSchema(fields: Fields): JsonSchema {
  const rules = shown(fields);
  const rule = z.object(Object.fromEntries(rules.map(([name, field]) => [name, field.rule])));
  const schema = toJsonSchema(rule);
  const properties = rules.map(([name, { form }]) => [
    name,
    described(schema.properties?.[name] ?? {}, form),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, JsonSchema> };
}

/**
 * A rule as JSON Schema (2020-12, without `$schema`). Unknown properties are allowed: what is added
 * later must not break whoever keeps an older copy of the schema.
 */
export function toJsonSchema(rule: z.ZodType): JsonSchema {
  const schema = z.toJSONSchema(rule, {
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as JsonSchema;
  delete schema['$schema'];
  return schema;
}

function described(schema: JsonSchema, form: Form): JsonSchema {
  const words = { title: form.label, ...(form.hint && { description: form.hint }) };
  return { ...ofWidget(schema, form), ...words };
}

/** What the form knows of a value beyond its rule. */
function ofWidget(schema: JsonSchema, form: Form): JsonSchema {
  switch (form.widget) {
    case 'image':
      return { type: 'string', format: 'uri' };
    case 'date':
      return { ...schema, format: 'date' };
    case 'select':
      return form.multiple ? { ...schema, items: oneOf(form) } : oneOf(form);
    case 'object':
      return fieldsSchema(form.fields);
    case 'list':
      return { ...schema, items: fieldsSchema(form.fields) };
    case 'lines':
      return { ...schema, items: described(schema.items ?? {}, form.item) };
    case 'recording':
      return withAddress(schema);
    default:
      return schema;
  }
}

/** Each value with the word that readers see for it. */
function oneOf({ options }: Extract<Form, { widget: 'select' }>): JsonSchema {
  return { oneOf: options.map(({ value, label }) => ({ const: value, title: label })) };
}

function withAddress(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    properties: {
      ...schema.properties,
      url: { type: 'string', format: 'uri' },
      mediaType: { type: 'string' },
    },
    required: [...(schema.required ?? []), 'url', 'mediaType'],
  };
}
