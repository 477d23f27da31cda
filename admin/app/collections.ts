/** Decap's collections, made from the content types: the form cannot drift from the schema. */
import { blocks } from '#src/schema/blocks.ts';
import type { Field, Fields, Form, ShownFor } from '#src/schema/field.ts';
import { allTypes, type ContentType } from '#src/schema/index.ts';
import { serverFields } from '#src/schema/lifecycle.ts';
import { firstSort, sortFields } from '../list/summary.ts';
import { groupsOf, type FormGroup } from './form-groups.ts';
import type { Context, Options } from './options.ts';
import { entryFormats, slugField } from './slug-field.ts';

/** All collections, in the order of the content types. */
export function makeCollections(context: Context): Options[] {
  return allTypes.map((type) =>
    type.set === 'single' ? filesCollection(type, context) : folderCollection(type, context),
  );
}

function folderCollection(type: ContentType, context: Context): Options {
  const { nameField } = type;
  return {
    name: type.name,
    label: type.words.many,
    label_singular: type.words.one,
    description: type.words.hint,
    folder: `content/${type.folder}`,
    extension: type.extension,
    format: entryFormats[type.extension],
    create: type.set === 'open',
    // What is published is deleted through review, from the server's own page.
    delete: false,
    identifier_field: nameField,
    slug: `{{fields.${slugField}}}`,
    summary: summaryOf(type, nameField),
    // For a git host's previews; the editorial server names its own in full.
    preview_path: type.address?.('{{slug}}'),
    sortable_fields: sortableFields(type),
    editor: { notes: true },
    fields: entryFields(type, context),
  };
}

/** The form in its parts, the address below the name, and out of sight what only the server writes. */
function entryFields(type: ContentType, context: Context): Options[] {
  const all = formFields(type.fields, context);
  const last = all.filter(({ name }) => serverFields.includes(String(name)));
  const fields = all.filter((field) => !last.includes(field));
  const afterName = fields.findIndex(({ name }) => name === type.nameField) + 1;
  fields.splice(afterName, 0, slugFormField(context));
  if (type.extension === 'mdx') fields.push(bodyField(type));
  const groups = groupsOf(
    type,
    fields.map(({ name }) => String(name)),
  );
  if (groups.length === 0) return [...fields, ...last];
  const grouped = groups.flatMap((group) => [
    groupHead(group, groups),
    ...group.fields.map((name) => fields.find((field) => field.name === name)!),
  ]);
  return [...grouped, ...last];
}

/** A field without a value: Decap has no other way to part a form. */
function groupHead({ name, label }: FormGroup, groups: readonly FormGroup[]): Options {
  return { name: `phan-${name}`, label, widget: 'formGroup', required: false, group: name, groups };
}

function slugFormField({ isBehindHost }: Context): Options {
  const later = isBehindHost
    ? 'Sau đó không đổi được nữa.'
    : 'Sau đó muốn đổi thì vào trang Đã đăng.';
  return {
    name: slugField,
    label: 'Mã (địa chỉ)',
    hint: `Tự đặt theo tiêu đề, sửa được cho đến lần lưu đầu tiên: chữ thường không dấu, nối bằng dấu gạch. ${later}`,
    widget: 'address',
    required: false,
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

function summaryOf(type: ContentType, nameField: string): string {
  const date = 'axis' in type.fields && 'published' in type.fields;
  return date ? `{{${nameField}}} · {{published | date('DD/MM/YYYY')}}` : `{{${nameField}}}`;
}

function sortableFields(type: ContentType): Options[] {
  const first = firstSort(type);
  return sortFields(type).map((field) => ({
    field,
    label: type.fields[field]!.form.label,
    ...(field === first.field && { default_sort: first.order }),
  }));
}

function bodyField({ template }: ContentType): Options {
  const names = Object.values(blocks).map(({ label }) => `“${label}”`);
  return {
    name: 'body',
    label: 'Nội dung',
    hint: `Câu ngắn, lời thường ngày. Các khung có sẵn: ${names.join(', ')}.`,
    widget: 'body',
    required: false,
    // A new entry starts with the headings that its kind needs.
    ...(template !== undefined && { default: template }),
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
  const hint = hintOf(form);
  const common = { name, label: form.label, ...(hint && { hint }), required: form.required };
  if (serverFields.includes(name)) return { name, widget: 'hidden', required: false };
  return { ...common, ...widgetOf(form, context) };
}

/** The hint, and of a list how many items it takes: Decap says that only when it refuses. */
function hintOf(form: Form): string {
  const count = form.widget === 'list' || form.widget === 'lines' ? countWords(form) : undefined;
  return [form.hint, count].filter(Boolean).join(' ');
}

function countWords({ min, max }: { min: number; max: number }): string {
  return min === 0 ? `Nhiều nhất ${max} mục.` : `Từ ${min} đến ${max} mục.`;
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
      return {
        widget: 'select',
        options: form.options,
        ...countLimits(form),
        // Without it Decap fills in an empty list itself, and takes that for something typed.
        ...(form.multiple && { default: [] }),
      };
    case 'relation':
      return relation(form);
    case 'image':
      return {
        widget: 'image',
        choose_url: false,
        media_library: { allow_multiple: false },
      };
    case 'object':
      return form.shownFor
        ? choiceGroup(form.fields, form.shownFor, context)
        : {
            widget: 'object',
            ...(form.summary && { summary: form.summary }),
            collapsed: !form.required,
            fields: (form.required ? formFields : optionalFields)(form.fields, context),
          };
    case 'list':
      return {
        widget: 'list',
        ...(form.one && { label_singular: form.one }),
        summary: form.summary,
        ...countLimits(form),
        fields: formFields(form.fields, context),
      };
    case 'lines':
      return {
        widget: 'list',
        ...(form.one && { label_singular: form.one }),
        summary: '{{fields.item}}',
        collapsed: false,
        ...countLimits(form),
        field: formField('item', { form: form.item }, context),
      };
    case 'recording':
    case 'body':
      return { widget: form.widget };
  }
}

/** A group that is asked for when its choice is made, and out of sight until then. */
function choiceGroup(fields: Fields, shownFor: ShownFor, context: Context): Options {
  const { needed, ...shown_for } = shownFor;
  return {
    widget: 'choiceGroup',
    required: needed,
    shown_for,
    fields: (needed ? formFields : optionalFields)(fields, context),
  };
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
  const { nameField } = target;
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
