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
