/** What leaves for feed readers, calendars, podcast apps and mail programs. */
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { bulletinMail } from '#src/channels/bulletin/input.ts';
import { bulletinHtml, bulletinText } from '#src/channels/bulletin/mail.tsx';
import { calendar } from '#src/channels/calendar/calendar.ts';
import { feedItems } from '#src/channels/feeds/item.ts';
import { jsonFeed } from '#src/channels/feeds/json-feed.ts';
import { podcastFeed } from '#src/channels/podcast/podcast.ts';
import type { Entry } from '#src/load/entry.ts';
import { bulletinGroups, mostOfType } from '#src/model/bulletin.ts';
import { startOf } from '#src/time/hanoi.ts';
import { made, many } from '#tests/support/fixture-entries.ts';
import { context } from './fixtures.ts';

const site = { url: 'https://khuong-dinh.example/' };
const organization = 'Đảng ủy phường Khương Đình';
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((one) => one.trim() !== '');

const reopened = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

describe('a calendar', () => {
  const open = (events: Entry<'event'>[]) =>
    reopened(calendar('Lịch', events, { site, organization }));

  test('gives back the moment, on every day of a leap year', () => {
    const events = Array.from({ length: 366 }, (_, at) => {
      const startDay = new Date(Date.UTC(2028, 0, 1 + at)).toISOString().slice(0, 10);
      return { ...made('event', 1, { startDay, endDay: undefined }), slug: `su-kien-${at}` };
    });
    const read = open(events);
    expect(read).toHaveLength(366);
    for (const [at, event] of read.entries()) {
      expect(event.startDate.toJSDate()).toEqual(startOf(events[at]!.data));
    }
  });

  test('keeps whole days whole, in every zone', () => {
    const [event] = open([made('event', 5, { startDay: '2028-02-29', endDay: '2028-02-29' })]);
    expect([event!.startDate.isDate, event!.startDate.toString()]).toEqual([true, '2028-02-29']);
    expect(event!.endDate.toString()).toBe('2028-03-01');
  });

  test('whatever stands in its words comes back, in lines of at most 75 bytes', () => {
    fc.assert(
      fc.property(text, text, (title, place) => {
        const clean = (one: string) => one.replace(/[\p{Cc}\p{Cs}]/gu, '') || 'x';
        const event = made('event', 1, { title: clean(title), place: { name: clean(place) } });
        const ics = calendar('Lịch', [event], { site, organization });
        for (const line of ics.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [read] = reopened(ics);
        expect([read!.summary, read!.location]).toEqual([clean(title), clean(place)]);
      }),
      { numRuns: 60 },
    );
  });

  test('the same events give the same bytes; what was cancelled says so', () => {
    const make = () => calendar('Lịch', [made('event', 7)], { site, organization });
    expect(make()).toBe(make());
    expect(make()).toContain('STATUS:CANCELLED');
  });
});

describe('a podcast', () => {
  const recordings = [1, 2, 3, 5].map((n) => made('recording', n));
  const feed = (some = recordings) =>
    podcastFeed(some, { site, title: 'Nghe, xem', description: 'Bài nghe.', organization });
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' });
  interface Channel {
    item: Record<string, Record<string, string>>[];
  }
  const channelOf = (xml: string) =>
    (parser.parse(xml) as { rss: { channel: Channel } }).rss.channel;

  test('has what Apple and Podcasting 2.0 ask for; films and links are no episodes', () => {
    const xml = feed();
    expect(SyntaxValidator.validate(xml)).toBe(true);
    const channel = channelOf(xml);
    for (const name of [
      'title',
      'description',
      'language',
      'itunes:image',
      'itunes:category',
      'itunes:explicit',
      'itunes:author',
      'podcast:guid',
      'podcast:medium',
    ]) {
      expect(channel).toHaveProperty([name]);
    }
    expect(channel).not.toHaveProperty(['itunes:owner']);
    expect(channel.item).toHaveLength(2);
    for (const item of channel.item) {
      expect(item['enclosure']).toMatchObject({ '@_type': 'audio/mpeg' });
      expect(Number(item['enclosure']!['@_length'])).toBeGreaterThan(0);
      expect(item).toHaveProperty(['guid']);
      expect(item).toHaveProperty(['podcast:transcript']);
    }
  });

  test('any title comes back from the XML', () => {
    fc.assert(
      fc.property(text, (title) => {
        const clean = title.replace(/[^\P{C}]/gu, '').trim() || 'x';
        const xml = feed([made('recording', 1, { title: clean })]);
        expect(SyntaxValidator.validate(xml)).toBe(true);
        const raw = new XMLParser({
          parseTagValue: false,
          trimValues: false,
          isArray: (n) => n === 'item',
        });
        const { rss } = raw.parse(xml) as { rss: { channel: { item: { title: string }[] } } };
        expect(rss.channel.item[0]!.title).toBe(clean);
      }),
      { numRuns: 60 },
    );
  });
});

test('a JSON feed is one of version 1.1, its ids the short addresses', () => {
  const items = feedItems(many('article', 60), context.axes, site);
  const feed = JSON.parse(
    jsonFeed(
      { title: 'Bài viết', description: '…', folder: '/bai-viet/', items },
      site,
      organization,
    ),
  ) as { items: { id: string; date_published: string }[] };
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://khuong-dinh.example/bai-viet/feed.json',
    language: 'vi',
  });
  expect(feed.items).toHaveLength(50);
  for (const { id, date_published } of feed.items) {
    expect(id).toMatch(/^https:\/\/khuong-dinh\.example\/d\/[a-z2-9]{5}\/$/);
    expect(date_published).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
  }
});

describe('a bulletin’s mail', () => {
  const bulletin = made('bulletin', 1);
  const all = [...many('article', 40), ...many('question', 40), bulletin];
  const mail = bulletinMail(bulletin, 'Kính gửi \\<bà con>,\n\nĐây là bản tin.\n', {
    groups: bulletinGroups(bulletin, all),
    settings: context.settings,
    site,
  });
  const inMonth = all.filter(
    ({ type, data }) =>
      type !== 'bulletin' &&
      (data as { published: string }).published.startsWith(bulletin.data.month),
  );

  test('holds what was published in its month, nothing else, and says where more is', () => {
    const ofMonth = inMonth.map(({ address }) => `https://khuong-dinh.example${address}`);
    const urls = mail.sections.flatMap(({ items }) => items.map(({ url }) => url));
    expect(ofMonth).toEqual(expect.arrayContaining(urls));
    const articles = mail.sections.find(({ heading }) => heading === 'Bài viết')!;
    expect(articles.items).toHaveLength(mostOfType);
    expect(articles.more).toEqual({
      url: `https://khuong-dinh.example/bai-viet/thang/${bulletin.data.month}/`,
      count: inMonth.filter(({ type }) => type === 'article').length,
    });
  });

  test('as HTML and as text says the same, fetches nothing, stays below 100 KB', () => {
    const html = bulletinHtml(mail);
    expect(html).not.toMatch(/<script|<link|<img|url\(/);
    expect(html).toContain('lang="vi"');
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    const plain = bulletinText(mail);
    for (const { url, title } of mail.sections.flatMap(({ items }) => items)) {
      expect(html).toContain(`href="${url}"`);
      expect(plain).toContain(`${title}\n`);
      expect(plain).toContain(url);
    }
  });
});
