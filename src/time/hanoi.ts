/**
 * Time as the ward lives it. Content holds days (`YYYY-MM-DD`) and times (`HH:MM`) of Hà Nội without
 * an offset; Vietnam has kept UTC+7 since 1975 and changes no clocks (IANA, Asia/Ho_Chi_Minh).
 */

const offset = '+07:00';

/** The calendar day in Hà Nội at a moment, `YYYY-MM-DD`. */
export function hanoiDay(now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
}

/** Midnight of a day in Hà Nội with its offset, as feeds and Open Graph ask. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00${offset}`;
}

/** A time of a day with its offset. */
export function timeOfDay(day: string, time: string): string {
  return `${day}T${time}:00${offset}`;
}

/** The day after, also over the end of a month, a year or a February. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** A stretch of time as an editor writes it: times may be left out, and so may its end. */
export interface Stretch {
  startDay: string;
  startTime?: string | undefined;
  endDay?: string | undefined;
  endTime?: string | undefined;
}

/** Its first moment. */
export function startOf({ startDay, startTime }: Stretch): Date {
  return new Date(startTime === undefined ? startOfDay(startDay) : timeOfDay(startDay, startTime));
}

/**
 * The first moment after it. A stretch without an end time lasts until its last day is over, one
 * without an end day ends on the day on which it starts.
 */
export function endOf({ startDay, endDay = startDay, endTime }: Stretch): Date {
  return new Date(
    endTime === undefined ? startOfDay(dayAfter(endDay)) : timeOfDay(endDay, endTime),
  );
}

/** Where a moment stands to a stretch of time. */
export function phaseAt(stretch: Stretch, now: Date): 'before' | 'during' | 'after' {
  if (now < startOf(stretch)) return 'before';
  return now < endOf(stretch) ? 'during' : 'after';
}
