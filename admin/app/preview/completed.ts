/** The data of a form that is still being filled in, in the shape that its type promises. */
import type { Fields, Form } from '#src/schema/field.ts';
import { isUnsaid } from '#src/schema/unsaid.ts';

type Data = Record<string, unknown>;

/**
 * The fields as the type has them: a required text that is not written yet is empty, a list that is
 * not begun has no rows, and what may be left out and says nothing is left out.
 */
export function completed(fields: Fields, data: Data): Data {
  const entries = Object.entries(fields).map(([name, { form }]) => [name, value(form, data[name])]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as Data;
}

function value(form: Form, given: unknown): unknown {
  switch (form.widget) {
    case 'list':
      return items(given).map((row) => completed(form.fields, groupOf(row)));
    case 'lines':
      return items(given).map((line) => (isUnsaid(line) ? '' : line));
    case 'object':
      return given === undefined && !form.required
        ? undefined
        : completed(form.fields, groupOf(given));
    default:
      if (!isUnsaid(given)) return given;
      return form.required ? '' : undefined;
  }
}

function items(given: unknown): unknown[] {
  return Array.isArray(given) ? given : [];
}

function groupOf(given: unknown): Data {
  return typeof given === 'object' && given !== null ? (given as Data) : {};
}
