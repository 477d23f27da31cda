/** The open form as the entry that the site would have, as far as it is filled in. */
import type { Map } from 'immutable';
import type { Entry } from '#src/load/entry.ts';
import { infographicContent } from '#src/load/infographic.ts';
import type { KitEntry } from '#src/model/share-kit.ts';
import type { Fields } from '#src/schema/field.ts';
import { infographicKinds } from '#src/schema/infographic.ts';
import { types, type Data } from '#src/schema/index.ts';
import { slugOf } from '../slug.ts';
import { completed } from './completed.ts';
import type { Sources } from './sources.ts';

/** An entry to draw, or what the editor must choose before there is anything to draw. */
export type Draft<E extends KitEntry = KitEntry> = E | { missing: string };

type FormEntry = Map<string, unknown>;

/** The draft of an entry of a type that has drawings. */
export function draftOf(type: KitEntry['type'], entry: FormEntry, sources: Sources): Draft {
  return type === 'infographic'
    ? draftInfographic(entry, sources)
    : draftTold(type, entry, sources);
}

/** The draft of an infographic. */
export function draftInfographic(entry: FormEntry, sources: Sources): Draft<Entry<'infographic'>> {
  const form = dataOf(entry);
  const kind = infographicKinds.find(({ value }) => value === form['kind'])?.value;
  if (!kind) return { missing: 'Chọn loại để xem bản vẽ.' };
  const begun = { ...form, [kind]: form[kind] ?? {} };
  const whole = completed(types.infographic.fields, begun) as Data<'infographic'>;
  const data: Data<'infographic'> = { ...whole, axis: withKnownAxis(whole, sources).axis };
  if (data.kind === 'message' && data.axis === undefined) {
    return { missing: 'Thông điệp lấy nguyên văn từ trục. Chọn trục nội dung để xem bản vẽ.' };
  }
  const named = data.duties?.items.map(({ unit }) => unit) ?? [];
  const units = [...sources.units, ...unknownUnits(named, sources)];
  const content = infographicContent(data, { axes: sources.axes, units });
  return { ...common('infographic', entry), data, content };
}

/** An entry whose pictures tell its outline. */
function draftTold(
  type: Exclude<KitEntry['type'], 'infographic'>,
  entry: FormEntry,
  sources: Sources,
): Draft {
  const form = dataOf(entry);
  const choice = unmadeChoice(types[type].fields, form);
  if (choice !== undefined) return { missing: `Chọn “${choice}” để xem ảnh cho các kênh.` };
  const data = completed(types[type].fields, form) as Data<'article'>;
  // Without an axis it cannot be saved where one is asked for; until then it is drawn for all seven.
  return { ...common(type, entry), data: withKnownAxis(data, sources) } as KitEntry;
}

/** The label of a choice that the type promises and nobody has made: no text stands in for it. */
function unmadeChoice(fields: Fields, data: Record<string, unknown>): string | undefined {
  return Object.entries(fields).find(
    ([name, { form }]) =>
      form.widget === 'select' &&
      form.required &&
      !form.multiple &&
      !form.options.some(({ value }) => value === data[name]),
  )?.[1].form.label;
}

function common<T extends KitEntry['type']>(type: T, entry: FormEntry) {
  const known = entry.get('slug') as string | undefined;
  const slug = known || slugOf(entry.get('data') as FormEntry);
  return { type, slug, address: types[type].address(slug), syllables: 0 };
}

function dataOf(entry: FormEntry): Record<string, unknown> {
  return (entry.get('data') as FormEntry).toJS();
}

/** The data without an axis that is not there, or not chosen yet. */
function withKnownAxis<D extends { axis?: string | undefined }>(
  data: D,
  { axes }: Sources,
): Omit<D, 'axis'> & { axis?: string | undefined } {
  return axes.some(({ slug }) => slug === data.axis) ? data : { ...data, axis: undefined };
}

/** Stand-ins for units that are not there, or not chosen yet. */
function unknownUnits(slugs: readonly string[], { units }: Sources): Entry<'unit'>[] {
  return slugs
    .filter((slug) => !units.some((unit) => unit.slug === slug))
    .map((slug) => ({
      type: 'unit',
      slug,
      address: '',
      data: { title: 'Chưa chọn đơn vị' } as Entry<'unit'>['data'],
      syllables: 0,
    }));
}
