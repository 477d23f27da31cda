/** What lists need of an entry: a few of its fields, never its body. */
import type { ContentType } from '#src/schema/index.ts';
import type { Order } from './order.ts';

/** Fields by name, as the file has them; the picture by its `src` alone. */
export type Summary = Readonly<Record<string, unknown>>;

/** Fields that a list shows or is narrowed by. */
const shown = ['title', 'shortTitle', 'axis', 'unit', 'kind', 'withdrawn'];

/** By what a list can be sorted: as the site's own list is, and by the days that an editor looks for. */
export function sortFields(type: ContentType): string[] {
  const all = ['title', siteSort(type), 'order', 'published', 'updated', 'reviewDate'];
  return [...new Set(all)].filter((name) => name in type.fields);
}

/** How a list is sorted until somebody chooses: as on the site, what has no such order by its name. */
export function firstSort(type: ContentType): { field: string; order: Order } {
  const field = siteSort(type);
  const form = type.fields[field]?.form;
  if (!form) return { field: type.nameField, order: 'asc' };
  return { field, order: form.widget === 'date' ? 'desc' : 'asc' };
}

function siteSort(type: ContentType): string {
  return type.pages?.sortBy ?? 'startDay';
}

/** What lists need of these fields. */
export function summaryOf(type: ContentType, data: Summary): Summary {
  const names = [...new Set([...shown, ...sortFields(type)])];
  const { picture } = data as { picture?: { src?: unknown } };
  return Object.fromEntries(
    [...names.map((name) => [name, data[name]] as const), pictureIn(picture)].filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

function pictureIn(picture: { src?: unknown } | undefined): readonly [string, unknown] {
  return ['picture', picture?.src === undefined ? undefined : { src: picture.src }];
}
