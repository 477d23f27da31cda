/** Decap's collections, made from the content types: the form cannot drift from the schema. */
import { blocks } from '#src/schema/blocks.ts';
import type { Field, Fields, Form } from '#src/schema/field.ts';
import { allTypes } from '#src/schema/index.ts';
import { slugMaxLength } from '#src/schema/slug.ts';
import type { ContentType } from '#src/schema/type.ts';

/** A field, a collection or a file of Decap's configuration: plain JSON. */
export type Options = Record<string, unknown>;

/** Largest picture that can be chosen, in bytes, before the browser makes it smaller. */
export const maxUpload = 12_000_000;

interface Context {
  /** Today in Hà Nội, `YYYY-MM-DD`: what a required date starts with. */
  today: string;
}

/** Room for the number that Decap adds when two titles give one slug. */
const slugLength = slugMaxLength - 4;

/** All collections, in the order of the content types. */
export function makeCollections(context: Context): Options[] {
  return allTypes.map((type) =>
    type.address ? folderCollection(type, context) : filesCollection(type, context),
  );
}

function folderCollection(type: ContentType, context: Context): Options {
  const nameField = nameFieldOf(type);
  return {
    name: type.name,
    label: type.words.many,
    label_singular: type.words.one,
    description: type.words.hint,
    folder: `content/${type.folder}`,
    extension: type.extension,
    format: 'yaml-frontmatter',
    create: type.creatable,
    delete: type.creatable,
    identifier_field: nameField,
    slug: `{{slug | truncate(${slugLength}, '')}}`,
    summary: summaryOf(type, nameField),
    preview_path: type.address?.('{{slug}}'),
    sortable_fields: sortableFields(type),
    ...viewGroups(type),
    fields: [...formFields(type.fields, context), bodyField()],
  };
}

/** Data without pages of its own: one file, always there. */
function filesCollection(type: ContentType, context: Context): Options {
  return {
    name: type.name,
    label: type.words.many,
    label_singular: type.words.one,
    description: type.words.hint,
    create: false,
    delete: false,
    editor: { preview: false },
    files: [
      {
        name: 'site',
        label: type.words.one,
        file: `content/${type.folder}/site.${type.extension}`,
        fields: formFields(type.fields, context),
      },
    ],
  };
}

/** The field that names an entry where space is short. */
function nameFieldOf(type: ContentType): string {
  return 'shortTitle' in type.fields ? 'shortTitle' : 'title';
}

function summaryOf(type: ContentType, nameField: string): string {
  const date = 'axis' in type.fields && 'published' in type.fields;
  return date ? `{{${nameField}}} · {{published | date('DD/MM/YYYY')}}` : `{{${nameField}}}`;
}

/** Newest first where there is a date of publication, else by the plan's order. */
function sortableFields(type: ContentType): Options[] {
  const first = 'order' in type.fields ? 'order' : 'published';
  return ['title', 'order', 'published', 'updated', 'reviewDate']
    .filter((name) => name in type.fields)
    .map((name) => ({
      field: name,
      label: type.fields[name]!.form.label,
      ...(name === first && { default_sort: name === 'order' ? 'asc' : 'desc' }),
    }));
}

function viewGroups(type: ContentType): Options {
  const groups = ['axis', 'unit', 'kind']
    .filter((name) => name in type.fields)
    .map((name) => ({ field: name, label: type.fields[name]!.form.label }));
  return groups.length > 0 ? { view_groups: groups } : {};
}

function bodyField(): Options {
  const names = Object.values(blocks).map(({ label }) => `“${label}”`);
  return {
    name: 'body',
    label: 'Nội dung',
    hint: `Câu ngắn, lời thường ngày. Các khung có sẵn: ${names.join(', ')}.`,
    widget: 'body',
    required: false,
  };
}

/**
 * Decap asks for the required fields of a group even when the group itself may be left out, and a
 * default would fill it in. Inside such a group nothing is required in the form and nothing is
 * filled in; the server refuses a group that is half filled in.
 */
function optionalFields(fields: Fields, context: Context): Options[] {
  return formFields(fields, context).map((field) => {
    const kept = Object.entries(field).filter(([option]) => option !== 'default');
    return { ...Object.fromEntries(kept), required: false };
  });
}

function formFields(fields: Fields, context: Context): Options[] {
  return Object.entries(fields).map(([name, field]) => formField(name, field, context));
}

function formField(name: string, { form }: Pick<Field, 'form'>, context: Context): Options {
  const common = {
    name,
    label: form.label,
    ...(form.hint && { hint: form.hint }),
    required: form.required,
  };
  return { ...common, ...widgetOf(form, context) };
}

function widgetOf(form: Form, context: Context): Options {
  switch (form.widget) {
    case 'string':
    case 'text':
      return {
        widget: form.widget,
        max_length: form.max,
        ...(form.min !== undefined && { min_length: form.min }),
        ...(form.pattern && { pattern: [form.pattern.source, form.pattern.message] }),
      };
    case 'date':
      return {
        widget: 'datetime',
        date_format: 'YYYY-MM-DD',
        time_format: false,
        format: 'YYYY-MM-DD',
        ...(form.required && { default: context.today }),
      };
    case 'number':
      return { widget: 'number', value_type: 'int', min: form.min, max: form.max };
    case 'boolean':
      return { widget: 'boolean', default: form.default };
    case 'select':
      return { widget: 'select', options: form.options, ...countLimits(form) };
    case 'relation':
      return relation(form);
    case 'image':
      return {
        widget: 'image',
        choose_url: false,
        media_library: { allow_multiple: false, config: { max_file_size: maxUpload } },
      };
    case 'object':
      return {
        widget: 'object',
        ...(form.summary && { summary: form.summary }),
        collapsed: !form.required,
        fields: (form.required ? formFields : optionalFields)(form.fields, context),
      };
    case 'list':
      return {
        widget: 'list',
        summary: form.summary,
        ...countLimits(form),
        fields: formFields(form.fields, context),
      };
    case 'lines':
      return {
        widget: 'list',
        summary: '{{fields.item}}',
        collapsed: false,
        ...countLimits(form),
        field: formField('item', { form: form.item }, context),
      };
    case 'body':
      return { widget: 'body' };
  }
}

function countLimits(form: { multiple?: boolean; min?: number; max?: number }): Options {
  return {
    ...(form.multiple && { multiple: true }),
    ...(form.min !== undefined && { min: form.min }),
    ...(form.max !== undefined && { max: form.max }),
  };
}

function relation(form: Form & { widget: 'relation' }): Options {
  const target = allTypes.find((type) => type.name === form.to);
  if (!target) throw new Error(`No content type is named “${form.to}”, which a field refers to.`);
  const nameField = nameFieldOf(target);
  return {
    widget: 'relation',
    collection: target.name,
    value_field: '{{slug}}',
    display_fields: [nameField],
    search_fields: [...new Set([nameField, 'title'])],
    options_length: 200,
    ...countLimits(form),
  };
}
