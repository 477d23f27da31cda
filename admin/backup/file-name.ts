/** Names of backups, and which of them are kept. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);

const form = /^sao-luu-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.tar\.gz(?:\.age)?$/;

/** `sao-luu-2026-11-28T20-15-00Z.tar.gz`, with `.age` when it is encrypted. */
export function backupName(made: Date, encrypted: boolean): string {
  const moment = made.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  return `sao-luu-${moment}.tar.gz${encrypted ? '.age' : ''}`;
}

/** When the backup of this name was made; `undefined` for any other file. */
export function madeAt(name: string): Date | undefined {
  const [, hour, minute, second] = form.exec(name) ?? [];
  const made = hour === undefined ? undefined : new Date(`${hour}:${minute}:${second}Z`);
  return made && !Number.isNaN(made.getTime()) ? made : undefined;
}

/** The newest backup of each of so many days, weeks (from Monday), months. */
const kept = [
  { count: 7, period: (at: dayjs.Dayjs) => at.format('YYYY-MM-DD') },
  { count: 5, period: (at: dayjs.Dayjs) => `${at.isoWeekYear()}-${at.isoWeek()}` },
  { count: 12, period: (at: dayjs.Dayjs) => at.format('YYYY-MM') },
];

/**
 * The backups among these names that may go. The newest always stays, and so does every file that is
 * no backup.
 */
export function superseded(names: readonly string[]): string[] {
  const backups = names
    .flatMap((name) => {
      const made = madeAt(name);
      return made ? [{ name, at: dayjs.utc(made) }] : [];
    })
    .sort((a, b) => b.at.valueOf() - a.at.valueOf() || b.name.localeCompare(a.name));
  const stay = new Set<string>();
  for (const { count, period } of kept) {
    const newest = new Map<string, string>();
    for (const { name, at } of backups) {
      if (!newest.has(period(at))) newest.set(period(at), name);
    }
    for (const name of [...newest.values()].slice(0, count)) stay.add(name);
  }
  return backups.map(({ name }) => name).filter((name) => !stay.has(name));
}
