/** Files of the content API held against the schemas that are published with them. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isCalendarDay } from '#src/schema/field.ts';

type Json = Record<string, unknown>;

/**
 * A function that says what is wrong with a file by the schema that it names in `$schema`. The schemas
 * let unknown properties pass, for readers who keep an older copy; here each is an error, so that
 * nothing goes out that no schema tells of.
 */
export function makeValidator(schemas: readonly object[]): (file: Json) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  ajv.addFormat('date', isCalendarDay);
  ajv.addFormat('uri', (text) => URL.canParse(text));
  for (const schema of schemas) ajv.addSchema(closed(schema) as Json);
  return (file) => {
    const name = String(file['$schema']);
    const validate = ajv.getSchema(name);
    if (!validate) return [`There is no schema ${name}.`];
    if (validate(file)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  const isObject = inner['type'] === 'object' && 'properties' in inner;
  return isObject ? { ...inner, additionalProperties: false } : inner;
}
