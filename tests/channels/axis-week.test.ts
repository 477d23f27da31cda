/** A week of the ward's channels on one axis. */
import { expect, test } from 'vitest';
import { weekParts } from '#src/channels/kit/week.ts';
import { axisWeek, weekPaths } from '#src/model/axis-week.ts';
import { downloadAt } from '#src/model/downloads.ts';
import { kitContext, kitEntries, units } from './kit-fixtures.ts';

const context = { ...kitContext, units };

test.each(kitContext.axes.map((axis) => [axis.slug, axis] as const))(
  'the week of %s opens with its message, and tells up to seven things that differ',
  (slug, axis) => {
    const days = axisWeek(slug, kitEntries);
    const there = kitEntries.filter(({ data }) => data.axis === slug).length;
    expect(new Set(days).size).toBe(Math.min(7, there));
    expect(days[0]).toMatchObject({ type: 'infographic', data: { kind: 'message', axis: slug } });
    expect(days[1]!.type).toBe('article');
    const [plan] = weekParts(axis, days, context);
    const text = plan && 'text' in plan ? plan.text : '';
    for (const { data } of days) expect(text).toContain(data.title);
  },
);

test('a day has its own folder with pictures and captions', () => {
  const [axis] = kitContext.axes;
  const names = weekParts(axis!, axisWeek(axis!.slug, kitEntries), context).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith('1-thu-hai/'))).toEqual([
    '1-thu-hai/anh-vuong.png',
    '1-thu-hai/anh-doc.png',
    '1-thu-hai/anh-story.png',
    '1-thu-hai/loi-dang-zalo-ngan.txt',
    '1-thu-hai/loi-dang-zalo-vua.txt',
    '1-thu-hai/loi-dang-zalo-dai.txt',
    '1-thu-hai/loi-dang-fanpage-ngan.txt',
    '1-thu-hai/loi-dang-fanpage-vua.txt',
    '1-thu-hai/loi-dang-fanpage-dai.txt',
  ]);
});

test('an axis with little to tell has as many days as entries; one with nothing has none', () => {
  const [first] = kitEntries;
  const axis = first!.data.axis!;
  expect(axisWeek(axis, [first!])).toEqual([first]);
  expect(axisWeek(axis, [])).toEqual([]);
});

test('its archive is made when somebody asks for it, as that of any kit', () => {
  expect(downloadAt(weekPaths('chuyen-doi-so').zip.slice(1))).toMatchObject({ kind: 'archive' });
});
