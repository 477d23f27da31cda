import { describe, expect, test } from 'vitest';
import { captionLimits, captions } from '#src/model/captions.ts';
import { articles, kitEntries } from './kit-fixtures.ts';

const siteUrl = 'https://khuong-dinh.example';
const unit = 'Ủy ban nhân dân phường';

describe('captions of the whole content', () => {
  test.each(kitEntries)('$slug', (entry) => {
    const all = captions(entry, { siteUrl, unit });
    expect(all.map(({ channel, length }) => `${channel} ${length}`)).toEqual([
      'zalo ngan',
      'zalo vua',
      'zalo dai',
      'fanpage ngan',
      'fanpage vua',
      'fanpage dai',
    ]);
    for (const { channel, length, text } of all) {
      expect(text.length).toBeLessThanOrEqual(captionLimits[length]);
      expect(text).toBe(text.normalize('NFC'));
      expect(text.match(/https?:\/\/\S+/g)).toEqual([`${siteUrl}${entry.address}?k=${channel}`]);
      expect(text.startsWith(entry.data.title)).toBe(true);
      expect(text).not.toMatch(/#|undefined|\n{3}/);
      expect(text.includes(`\n\nHỏi: ${unit}\n\n`)).toBe(length === 'dai');
    }
    const [ngan, vua, dai] = all;
    expect(ngan!.text.length).toBeLessThan(vua!.text.length);
    expect(vua!.text.length).toBeLessThan(dai!.text.length);
    expect(all.map(({ text }) => text.replace(/\?k=\w+/, '')).slice(0, 3)).toEqual(
      all.map(({ text }) => text.replace(/\?k=\w+/, '')).slice(3),
    );
  });
});

test('the longest entry that the schema allows stays within the limits, its items whole', () => {
  const [article] = articles;
  const what = 'Việc '.repeat(40).trim();
  const long = {
    ...article!,
    address: `/bai-viet/${'a'.repeat(80)}/`,
    data: {
      ...article!.data,
      title: 'T'.repeat(90),
      summary: 'S'.repeat(200),
      keyPoints: Array.from({ length: 4 }, () => 'K'.repeat(160)),
      actions: Array.from({ length: 6 }, () => ({ what, where: 'W'.repeat(120) })),
    },
  };
  for (const { length, text } of captions(long, {
    siteUrl: `https://${'h'.repeat(60)}.example`,
    unit,
  })) {
    expect(text.length).toBeLessThanOrEqual(captionLimits[length]);
    if (length !== 'dai') continue;
    const items = text.split('\n').filter((line) => line.startsWith('• '));
    expect(items.length).toBeGreaterThan(4);
    for (const item of items) expect(item).toMatch(/^• (?:K{160}|.* Ở đâu: W{120}\.)$/);
  }
});

test('a list without items has no heading', () => {
  const [article] = articles;
  const bare = { ...article!, data: { ...article!.data, actions: [] } };
  expect(
    captions(bare, { siteUrl, unit })
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Bà con có thể:');
});
