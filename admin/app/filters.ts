/** The filters and groups over a list of entries: by axis, by kind, by month, by what is due. */
import type { ContentType } from '#src/schema/index.ts';
import type { Context, Options } from './options.ts';

/** Decap's `view_filters`: a label, and a pattern that the field's value must match. */
export function viewFilters(type: ContentType, { axes, today }: Context): Options[] {
  const due = { label: 'Đến hạn rà soát', field: 'reviewDate', pattern: onOrBefore(today) };
  const byAxis = axes.map(({ slug, title }) => filter(`Trục: ${title}`, 'axis', slug));
  const kind = type.fields['kind']?.form;
  const byKind =
    kind?.widget === 'select'
      ? kind.options.map((one) => filter(one.label, 'kind', one.value))
      : [];
  return [
    ...('reviewDate' in type.fields ? [due] : []),
    ...('axis' in type.fields ? byAxis : []),
    ...byKind,
  ];
}

/** Decap's `view_groups`. By month only: for anything else Decap prints the value as it is stored. */
export function viewGroups(type: ContentType): Options[] {
  const days = { published: 'Đăng tháng', reviewDate: 'Rà soát tháng' };
  return Object.entries(days)
    .filter(([field]) => field in type.fields)
    .map(([field, label]) => ({ label, field, pattern: '\\d{4}-\\d{2}' }));
}

function filter(label: string, field: string, value: string): Options {
  return { label, field, pattern: `^${value}$` };
}

/** A pattern for the days up to and with this one, all written `YYYY-MM-DD`. */
export function onOrBefore(day: string): string {
  const earlier = Array.from(day).flatMap((digit, place) =>
    /[1-9]/.test(digit) ? [`${day.slice(0, place)}[0-${Number(digit) - 1}]`] : [],
  );
  return `^(?:${[...earlier, day].join('|')})`;
}
