/**
 * Events as iCalendar (RFC 5545). Times are written as UTC instants: Hà Nội changes no clocks, and an
 * instant opens right in every client, also in those that read no time zone definitions.
 */
import ical, { escape, ICalEventStatus } from 'ical-generator';
import type { Entry } from '#src/load/entry.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { placeWords } from '#src/schema/event.ts';
import { dayAfter, endOf, startOf, startOfDay } from '#src/time/hanoi.ts';

interface CalendarContext {
  /** The site's own address. */
  site: { url: string };
  /** Who holds the events. */
  organization: string;
}

/** A calendar file of these events; the same events give the same bytes. */
export function calendar(
  name: string,
  events: readonly Entry<'event'>[],
  { site, organization }: CalendarContext,
): string {
  const words = (text: string) => escape(text.replaceAll(/\s+/g, ' '), false);
  // The library writes these three as they are.
  const made = ical({
    name: words(name),
    prodId: { company: words(organization), product: words(name), language: 'VI' },
  });
  const { host } = new URL(site.url);
  for (const { type, slug, address, data } of events) {
    const changed = data.updated ?? data.published;
    made.createEvent({
      id: `${shortId(type, slug)}@${host}`,
      summary: data.title,
      description: `${data.summary}\n\n${data.howTo}`,
      location: placeWords(data.place),
      url: absolute(site, address),
      status: data.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      stamp: new Date(startOfDay(changed)),
      lastModified: new Date(startOfDay(changed)),
      // A client takes a change for newer by this number: it grows with the day of the change.
      sequence: data.updated === undefined ? 0 : Number(data.updated.replaceAll('-', '')),
      ...times(data),
    });
  }
  // Every line ends, the last one too (RFC 5545, 3.1).
  return `${made.toString()}\r\n`;
}

/** Without a start time it takes whole days, whose names are the same in every zone. */
function times(data: Entry<'event'>['data']) {
  const { startDay, startTime, endDay = startDay } = data;
  if (startTime !== undefined) return { start: startOf(data), end: endOf(data) };
  const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    start: midnight(startDay),
    end: midnight(dayAfter(endDay)),
    allDay: true,
    timezone: 'UTC',
  };
}
