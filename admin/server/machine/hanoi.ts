/** Moments in Hà Nội, as the editorial pages and the records write them. */

const timeZone = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `21:30 22/11/2026`, for people. */
export function hanoiTime(at: Date): string {
  const [day = '', time = ''] = parts.format(at).split(' ');
  return `${time.slice(0, 5)} ${day.split('-').reverse().join('/')}`;
}

/** `2026-11-22T21:30:00+07:00`, for the records. */
export function hanoiStamp(at: Date): string {
  return `${parts.format(at).replace(' ', 'T')}+07:00`;
}

/**
 * The moment that a form (`2026-11-22T21:30`, meant in Hà Nội) or a record with an offset names;
 * `undefined` when the text names none.
 */
export function parseMoment(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!match) return undefined;
  const moment = new Date(`${match[1]}${match[2] ?? '+07:00'}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
