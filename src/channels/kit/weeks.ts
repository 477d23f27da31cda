/** Every axis that has something to share in a week. */
import { entries } from '#src/load/index.ts';
import { axisWeek } from '#src/model/axis-week.ts';
import { kitEntries } from './entries.ts';

/** The static paths of a route by axis, such as `/chia-se/tuan-[axis]/`. */
export async function weekPathsByAxis() {
  const all = await kitEntries();
  return (await entries('axis')).flatMap((axis) => {
    const days = axisWeek(axis.slug, all);
    return days.length === 0 ? [] : [{ params: { axis: axis.slug }, props: { axis, days } }];
  });
}
