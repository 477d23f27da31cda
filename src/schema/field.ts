/**
 * A field is one object: the rule that its value must keep (zod) and the form that an editor fills
 * in (label, hint, limits, in Vietnamese). The site, the CMS form, the editorial server and the
 * checks read the same object, so they cannot drift apart.
 */
import { z } from 'zod';

/** What the CMS needs to draw an input. `widget` names are Decap's own, `body` is ours. */
export type Form = {
  label: string;
  hint?: string;
  required: boolean;
  /** Kept for the office alone: no page, no feed and no API shows it. */
  internal?: boolean;
} & (
  | { widget: 'string' | 'text'; min?: number; max: number; pattern?: PatternHint }
  | { widget: 'date' }
  | { widget: 'number'; min: number; max: number }
  | { widget: 'boolean'; default: boolean }
  | { widget: 'select'; options: readonly Option[]; multiple: boolean; min?: number; max?: number }
  | { widget: 'relation'; to: ReferenceTarget; multiple: boolean; max?: number }
  | { widget: 'image' }
  | { widget: 'recording' }
  | { widget: 'object'; fields: Fields; summary?: string; shownFor?: ShownFor }
  | { widget: 'list'; fields: Fields; one?: string; summary: string; min: number; max: number }
  | { widget: 'lines'; item: Form; one?: string; min: number; max: number }
  | { widget: 'body'; blocks: boolean }
);

export interface PatternHint {
  /** Source of a regular expression without flags, as the CMS takes it. */
  source: string;
  message: string;
}

export interface Option {
  value: string;
  label: string;
}

/** The choice in another field that a group belongs to: the form shows the group only then. */
export interface ShownFor {
  field: string;
  value: string;
  /** Whether the group must be filled in when it is shown. */
  needed: boolean;
  /** What to do when something else is chosen although the group is filled in. */
  otherwise: string;
}

/** Name of a type that another entry can point at by slug; a test holds that the type is there. */
export type ReferenceTarget = string;

export interface Field<Rule extends z.ZodType = z.ZodType> {
  rule: Rule;
  form: Form;
}

export type Fields = Record<string, Field>;

/** The value of an object made of `F`, as it stands in a content file. */
export type ValueOf<F extends Fields> = z.infer<ObjectRule<F>>;

export type ObjectRule<F extends Fields> = z.ZodObject<
  { [K in keyof F]: F[K]['rule'] },
  z.core.$strict
>;

/** One strict zod object from named fields: an unknown key is an error, not silence. */
export function objectRule<F extends Fields>(fields: F): ObjectRule<F> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.rule]));
  return z.strictObject(shape) as unknown as ObjectRule<F>;
}

interface Words {
  label: string;
  hint?: string;
  internal?: boolean;
}

interface TextLimits {
  min?: number;
  max: number;
  pattern?: PatternHint;
}

type TextRule = z.ZodString;

/** One line of text. Lengths are counted in characters as a reader sees them (NFC code units). */
export function line(options: Words & TextLimits): Field<TextRule> {
  return { rule: textRule(options), form: { widget: 'string', required: true, ...options } };
}

/** Several lines of plain text. */
export function paragraph(options: Words & TextLimits): Field<TextRule> {
  return { rule: textRule(options), form: { widget: 'text', required: true, ...options } };
}

function textRule({ min = 1, max, pattern }: TextLimits): TextRule {
  let rule = z.string().trim().normalize('NFC').min(min).max(max);
  if (pattern) rule = rule.regex(new RegExp(pattern.source, 'u'), { error: pattern.message });
  return rule;
}

/** A calendar day in Hà Nội, `YYYY-MM-DD`. Days that do not exist are refused. */
export function date(options: Words): Field<z.ZodString> {
  return {
    rule: z.string().refine(isCalendarDay, {
      error: (issue) =>
        `Ngày “${String(issue.input)}” không có thật. Hãy ghi theo dạng năm-tháng-ngày, ví dụ 2026-03-20.`,
    }),
    form: { widget: 'date', required: true, ...options },
  };
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A whole number within `[min, max]`. */
export function count(options: Words & { min: number; max: number }): Field<z.ZodNumber> {
  return {
    rule: z.number().int().min(options.min).max(options.max),
    form: { widget: 'number', required: true, ...options },
  };
}

/** Yes or no; an absent value means `fallback`. */
export function flag(options: Words & { fallback: boolean }): Field<z.ZodDefault<z.ZodBoolean>> {
  const { fallback, ...words } = options;
  return {
    rule: z.boolean().default(fallback),
    form: { widget: 'boolean', required: false, default: fallback, ...words },
  };
}

/** One of a closed set of values. */
export function choice<const O extends readonly Option[]>(
  options: Words & { options: O },
): Field<z.ZodType<O[number]['value']>> {
  const values = options.options.map((option) => option.value) as [string, ...string[]];
  return {
    rule: z.enum(values),
    form: { widget: 'select', required: true, multiple: false, ...options },
  };
}

/** Several of a closed set of values, each at most once. */
export function choices<const O extends readonly Option[]>(
  options: Words & { options: O; min: number; max: number },
): Field<z.ZodType<O[number]['value'][]>> {
  const values = options.options.map((option) => option.value) as [string, ...string[]];
  return {
    rule: unique(z.array(z.enum(values)).min(options.min).max(options.max)),
    form: { widget: 'select', required: options.min > 0, multiple: true, ...options },
  };
}

/** What a slug may be, for fields that hold one. */
export const slugPattern: PatternHint = {
  source: '^[a-z0-9]+(-[a-z0-9]+)*$',
  message: 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ dich-vu-cong.',
};

/** The slug of one other entry. That the entry exists is checked over the whole content. */
export function reference(options: Words & { to: ReferenceTarget }): Field<z.ZodString> {
  return {
    rule: z.string().regex(new RegExp(slugPattern.source), { error: slugPattern.message }),
    form: { widget: 'relation', required: true, multiple: false, ...options },
  };
}

/** Slugs of other entries, each at most once. */
export function references(
  options: Words & { to: ReferenceTarget; max: number },
): Field<z.ZodDefault<z.ZodArray<z.ZodString>>> {
  const one = z.string().regex(new RegExp(slugPattern.source), { error: slugPattern.message });
  return {
    rule: unique(z.array(one).max(options.max)).default([]),
    form: { widget: 'relation', required: false, multiple: true, ...options },
  };
}

/** A web address that starts with `https://` (or `http://`), without spaces. */
export function webAddress(options: Words): Field<TextRule> {
  return line({
    ...options,
    max: 500,
    pattern: {
      source: '^https?://[^\\s/$.?#].[^\\s]*$',
      message: 'Địa chỉ phải bắt đầu bằng https:// và không có dấu cách.',
    },
  });
}

export const imagePattern = /^\/media\/[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpe?g|png|webp|avif)$/;

/** A picture of the media folder, as `/media/<name>`. */
export function image(options: Words): Field<z.ZodString> {
  return {
    rule: z.string().regex(imagePattern, {
      error:
        'Ảnh phải nằm trong thư viện ảnh: /media/ten-anh.webp, tên không dấu, đuôi jpg, png, webp hoặc avif.',
    }),
    form: { widget: 'image', required: true, ...options },
  };
}

/** Named fields under one heading. */
export function group<F extends Fields>(
  options: Words & { fields: F; summary?: string; shownFor?: ShownFor },
): Field<ObjectRule<F>> {
  return {
    rule: objectRule(options.fields),
    form: { widget: 'object', required: true, ...options },
  };
}

/** What a list is called beside its label, and how many items it takes. */
interface ListOptions extends Words {
  /** One item, as the button that adds it says; the label when absent. */
  one?: string;
  min: number;
  max: number;
}

/** A list of groups. `summary` is the line shown when a row is folded, with `{{fields.name}}`. */
export function rows<F extends Fields>(
  options: ListOptions & { fields: F; summary: string },
): Field<z.ZodDefault<z.ZodArray<ObjectRule<F>>> | z.ZodArray<ObjectRule<F>>> {
  return {
    rule: listRule(objectRule(options.fields), options),
    form: { widget: 'list', required: options.min > 0, ...options },
  };
}

/** A list of single values, one field each. */
export function lines(
  options: ListOptions & { item: Field<TextRule> },
): Field<z.ZodDefault<z.ZodArray<TextRule>> | z.ZodArray<TextRule>> {
  const { item, ...rest } = options;
  return {
    rule: listRule(item.rule, options),
    form: { widget: 'lines', required: options.min > 0, ...rest, item: item.form },
  };
}

function listRule<R extends z.ZodType>(item: R, { min, max }: { min: number; max: number }) {
  const rule = z.array(item).min(min).max(max);
  // A list that may be empty may also be absent: the CMS leaves an untouched list out of the file.
  return min === 0 ? rule.default([]) : rule;
}

/** The same field, which may be left empty. */
export function optional<R extends z.ZodType>(field: Field<R>): Field<z.ZodOptional<R>> {
  return { rule: field.rule.optional(), form: { ...field.form, required: false } };
}

function unique<R extends z.ZodArray<z.ZodType>>(rule: R): R {
  return rule.refine((items) => new Set(items).size === items.length, {
    error: 'Có giá trị bị chọn hai lần. Hãy bỏ bớt một.',
  });
}
