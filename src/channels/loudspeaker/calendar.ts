/** Days, months, quarters and times of day. */
import { romanValue, sayCardinal } from './numbers.ts';
import { dash, end, rule, start, type Rule } from './rule.ts';

const year = (name = 'year') => `(?<${name}>(?:1[89]|2[01])\\d\\d)`;
const number = (name: string) => `(?<${name}>\\d{1,2})`;
const alone = `${end}(?![/.,-]\\d)`;

/** Days that are known by their number, written without “ngày”. */
const knownDays = ['8/3', '30/4', '27/7', '19/8', '2/9', '10/10', '20/10', '20/11', '22/12'];

/** Words after which two numbers with a slash are a day and a month. */
const beforeDay =
  'ngày|hôm|sáng|trưa|chiều|tối|đêm|dịp|lễ|trước|sau|từ|đến|vào|hết|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),';

export const calendarRules: readonly Rule[] = [
  // 2026-03-20
  rule(`${start}${year()}-${number('month')}-${number('day')}${end}`, ({ day, month, year }) =>
    sayDay({ day, month, year }),
  ),
  // 20 - 25/3/2026
  rule(
    `${start}(?:(?<said>ngày) )?${number('from')}${dash}${number('day')}/${number('month')}/${year()}${end}`,
    sayDays,
  ),
  // từ 20 - 25/3
  rule(
    `${start}(?<=từ )(?:(?<said>ngày) )?${number('from')}${dash}${number('day')}/${number('month')}${alone}`,
    sayDays,
  ),
  // từ ngày 5 đến …
  rule(`${start}(?<=từ )(?<said>ngày) ${number('day')}(?= (?:đến|tới)${end})`, sayDayAlone),
  // ngày 15, 16 và 17/4
  rule(
    `${start}(?<said>ngày) (?<days>\\d{1,2}(?:, \\d{1,2})*) và ${number('day')}/${number('month')}(?:/${year()})?${alone}`,
    ({ said, days = '', day, month, year }) => {
      const first = days.split(/,\s*/).map((one) => sayDayAlone({ said, day: one }));
      const last = sayDay({ said, day, month, year });
      return first.includes(undefined) ? undefined : last && `${first.join(', ')} và ${last}`;
    },
  ),
  // 20/3 - 25/3/2026
  rule(
    `${start}(?:(?<said>ngày) )?${number('d1')}/${number('m1')}(?:/${year('y1')})?${dash}${number('d2')}/${number('m2')}(?:/${year('y2')})?${alone}`,
    ({ said, d1, m1, y1, d2, m2, y2 }) => {
      const first = sayDay({ said, day: d1, month: m1, year: y1 });
      const last = sayDay({ day: d2, month: m2, year: y2 });
      return first && last && `${first} đến ${last}`;
    },
  ),
  // 20/03/2026, 20-3-2026, 20.3.2026
  rule(
    `${start}(?:(?<said>ngày) )?${number('day')}(?<mark>[/.-])${number('month')}\\k<mark>${year()}${end}`,
    sayDay,
  ),
  // ngày 20/3, tối 30/4
  rule(
    `${start}(?<before>${beforeDay}) ${number('day')}/${number('month')}${alone}`,
    ({ before = '', day, month }) => {
      if (before.toLowerCase() === 'ngày') return sayDay({ said: before, day, month });
      const said = sayDay({ day, month });
      return said && `${before} ${said}`;
    },
  ),
  rule(`${start}(?<![/.,-])(?:${knownDays.join('|')})${alone}`, (_, match) => {
    const [day, month] = match.split('/');
    return sayDay({ day, month });
  }),
  // 01/7: no fraction is written with a leading zero
  rule(`${start}(?<![/.,-])(?=0|\\d+/0)${number('day')}/${number('month')}${alone}`, sayDay),
  rule(`${start}(?<said>ngày) ${number('day')}(?= tháng${end})`, sayDayAlone),
  rule(
    `${start}(?<quarter>quý) (?<which>[IV]+|[1-4])(?:/${year()})?${end}`,
    ({ quarter, which = '', year }) => {
      const value = romanValue(which) ?? Number(which);
      if (!(value >= 1 && value <= 4)) return undefined;
      return `${quarter} ${value === 4 ? 'tư' : sayCardinal(value)}${ofYear(year)}`;
    },
  ),
  // tháng 4 - 6, tháng 3 - 4/2026
  rule(
    `${start}(?<said>tháng) ${number('month')}${dash}${number('to')}(?:/${year()})?${alone}`,
    ({ said, month, to, year }) => {
      const [first, last] = [sayMonth({ said, month }), sayMonth({ month: to, year })];
      return first && last && `${first} đến ${last}`;
    },
  ),
  rule(`${start}(?:(?<said>tháng) )?${number('month')}/${year()}${end}`, sayMonth),
  rule(`${start}(?<said>tháng) ${number('month')}-${year()}${end}`, sayMonth),
  rule(`${start}(?<said>tháng) ${number('month')}${alone}`, sayMonth),
  ...timeRules(),
];

function timeRules(): Rule[] {
  const sign = '(?:h|g|:|[^\\S\\n]?giờ)';
  return [
    // 8h - 11h30
    rule(
      `${start}(?<from>\\d{1,2}${sign}(?:[^\\S\\n]?[0-5]\\d)?)${dash}(?=\\d{1,2}${sign})`,
      ({ from }) => `${from} đến `,
    ),
    // 7h30, 07:30, 7 giờ 30 phút, 07:30:15
    rule(
      `${start}(?<!:)${number('hours')}${sign}[^\\S\\n]?(?<minutes>[0-5]\\d)(?:[^\\S\\n]?(?:phút|ph|p|'))?(?::(?<seconds>[0-5]\\d))?${end}(?!:)`,
      ({ hours, minutes, seconds }) => {
        if (Number(hours) > 24) return undefined;
        const parts = [
          `${sayCardinal(Number(hours))} giờ`,
          ...(Number(minutes) > 0 || seconds ? [`${sayCardinal(Number(minutes))} phút`] : []),
          ...(seconds ? [`${sayCardinal(Number(seconds))} giây`] : []),
        ];
        return parts.join(' ');
      },
    ),
    rule(`${start}${number('hours')}h${end}`, ({ hours }) => `${sayCardinal(Number(hours))} giờ`),
  ];
}

interface Day {
  /** “ngày” as the text has it. */
  said?: string | undefined;
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}

/** `ngày mùng chín tháng chín năm …`; `undefined` for a day that no calendar has. */
function sayDay({ said, day, month, year }: Day): string | undefined {
  const [first, rest] = [sayDayAlone({ said, day }), sayMonth({ month, year })];
  return first && rest && `${first} ${rest}`;
}

/** Without its month, which is said later. */
function sayDayAlone({ said = 'ngày', day }: Day): string | undefined {
  const value = Number(day);
  if (!(value >= 1 && value <= 31)) return undefined;
  return `${said} ${value <= 10 ? 'mùng ' : ''}${sayCardinal(value)}`;
}

/** Days of one month, of which the first is written without it. */
function sayDays({ said, from, ...last }: Day & { from?: string | undefined }) {
  const [first, second] = [sayDayAlone({ said, day: from }), sayDay(last)];
  return first && second && `${first} đến ${second}`;
}

function sayMonth({ said = 'tháng', month, year }: Omit<Day, 'day'>): string | undefined {
  const value = Number(month);
  if (!(value >= 1 && value <= 12)) return undefined;
  return `${said} ${value === 4 ? 'tư' : sayCardinal(value)}${ofYear(year)}`;
}

function ofYear(year: string | undefined): string {
  return year ? ` năm ${sayCardinal(Number(year))}` : '';
}
