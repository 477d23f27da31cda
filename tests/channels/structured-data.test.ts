/** What search engines are told of every type: schema.org's required properties, in Google's terms. */
import { expect, test } from 'vitest';
import type { AnyEntry } from '#src/load/entry.ts';
import { structuredData } from '#src/model/structured-data.ts';
import { types } from '#src/schema/index.ts';
import type { PagesOf } from '#src/schema/type.ts';
import { made } from '#tests/support/fixture-entries.ts';

const site = {
  name: 'Nghị quyết vào cuộc sống',
  url: 'https://khuong-dinh.example',
  ward: 'Phường Khương Đình',
  city: 'Hà Nội',
  organization: 'Đảng ủy phường Khương Đình',
  description: 'Đưa nghị quyết đến từng nhà.',
};

/** By `@type`: what a page of it must say to be understood. */
const required: [entry: AnyEntry, type: string, properties: string[]][] = [
  [made('article', 1), 'Article', ['headline', 'image', 'datePublished', 'author', 'publisher']],
  [made('infographic', 1), 'Article', ['headline', 'image', 'datePublished', 'author']],
  [made('exemplar', 1), 'Article', ['headline', 'about', 'datePublished']],
  [
    made('event', 1),
    'Event',
    ['name', 'startDate', 'endDate', 'location', 'eventStatus', 'organizer'],
  ],
  [made('question', 1), 'FAQPage', ['mainEntity']],
  [
    made('clarification', 1),
    'ClaimReview',
    ['claimReviewed', 'reviewRating', 'itemReviewed', 'author', 'datePublished', 'url'],
  ],
  [made('recording', 1), 'PodcastEpisode', ['name', 'url', 'associatedMedia', 'partOfSeries']],
  [
    made('recording', 2),
    'VideoObject',
    ['name', 'thumbnailUrl', 'uploadDate', 'contentUrl', 'duration'],
  ],
  [made('campaign', 1), 'CreativeWorkSeries', ['name', 'datePublished']],
  [made('bulletin', 1), 'PublicationIssue', ['name', 'issueNumber', 'datePublished']],
  [made('document', 1), 'Legislation', ['name', 'legislationIdentifier', 'legislationDate']],
  [made('term', 1), 'DefinedTerm', ['name', 'description', 'inDefinedTermSet']],
];

function nodeFor(entry: AnyEntry): Record<string, unknown> {
  const pages: PagesOf<unknown> = types[entry.type].pages;
  const { title, summary, published } = entry.data as unknown as Record<string, string>;
  const { '@graph': graph } = structuredData({
    title: title!,
    description: summary!,
    path: entry.address,
    site,
    image: { path: '/anh-chia-se/x.png', alt: title! },
    entry: { published: published!, section: 'Mục' },
    structured: (context) => pages.structured(entry.data, context),
    breadcrumbs: [],
  }) as { '@graph': Record<string, unknown>[] };
  return graph.at(-1)!;
}

test.each(required.map(([entry, ...rest]) => [entry.type, entry, ...rest] as const))(
  '%s',
  (_, entry, type, properties) => {
    const node = nodeFor(entry);
    expect(node['@type']).toBe(type);
    for (const property of properties) {
      expect(node).toHaveProperty([property]);
      expect(node[property]).not.toBeUndefined();
    }
    expect(JSON.stringify(node)).not.toMatch(/undefined|null/);
  },
);

test('a question is answered, an event has its moment in Hà Nội, one that is off says so', () => {
  expect(nodeFor(made('question', 1))).toMatchObject({
    mainEntity: [{ '@type': 'Question', acceptedAnswer: { '@type': 'Answer' } }],
  });
  const event = nodeFor(made('event', 1, { startDay: '2028-02-29', startTime: '08:30' }));
  expect(event['startDate']).toBe('2028-02-29T08:30:00+07:00');
  expect(nodeFor(made('event', 7))['eventStatus']).toBe('https://schema.org/EventCancelled');
});
