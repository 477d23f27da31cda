/** Days as Vietnamese readers write them. Content days are already Hà Nội days, `YYYY-MM-DD`. */

/** `22/11/2026`. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** `ngày 22 tháng 11 năm 2026`; the day and the month below 3 keep their zero, as officials write. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const written = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${date} tháng ${written} năm ${year}`;
}

/** `tháng 3 năm 2026`, from `2026-03`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-') as [string, string];
  return `tháng ${Number(number)} năm ${year}`;
}

/** `8 giờ 30`, from `08:30`; `19 giờ`, from `19:00`. */
function timeWords(time: string): string {
  const [hours, minutes] = time.split(':') as [string, string];
  return minutes === '00' ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes}`;
}

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

/** `Thứ bảy 12/12/2026`: nobody has to look the day up. */
export function dayWithName(day: string): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!} ${shortDay(day)}`;
}

interface StretchDays {
  startDay: string;
  startTime?: string | undefined;
  endDay?: string | undefined;
  endTime?: string | undefined;
}

/** When something is, in one line: `Thứ bảy 12/12/2026, từ 8 giờ đến 11 giờ 30`. */
export function stretchWords({ startDay, startTime, endDay, endTime }: StretchDays): string {
  const at = (time: string | undefined) => (time === undefined ? '' : `${timeWords(time)}, `);
  if (endDay !== undefined && endDay !== startDay) {
    const last = `${at(endTime)}${dayWithName(endDay).toLowerCase()}`;
    return `Từ ${at(startTime)}${dayWithName(startDay).toLowerCase()} đến ${last}`;
  }
  const day = dayWithName(startDay);
  if (startTime === undefined)
    return endTime === undefined ? day : `${day}, đến ${timeWords(endTime)}`;
  if (endTime === undefined) return `${day}, ${timeWords(startTime)}`;
  return `${day}, từ ${timeWords(startTime)} đến ${timeWords(endTime)}`;
}

/** A length in words: `3 phút 20 giây`, `1 giờ 5 phút`. */
export function durationWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts = [
    hours > 0 && `${hours} giờ`,
    minutes > 0 && `${minutes} phút`,
    hours === 0 && rest > 0 && `${rest} giây`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** When something ends, for those who read while it lasts: `17 giờ, thứ bảy 12/12/2026`. */
export function stretchEndWords({ startDay, endDay = startDay, endTime }: StretchDays): string {
  const day = dayWithName(endDay).toLowerCase();
  return endTime === undefined ? `hết ${day}` : `${timeWords(endTime)}, ${day}`;
}
