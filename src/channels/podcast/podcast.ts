/** The ward's recordings as a podcast: RSS 2.0 with Apple's tags and those of Podcasting 2.0. */
import { createHash } from 'node:crypto';
import XMLBuilder from 'fast-xml-builder';
import { commonOf, type Entry } from '#src/load/entry.ts';
import { shareCard } from '#src/model/sections.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { recordingMediaType, recordingPath } from '#src/schema/recording.ts';
import { startOfDay } from '#src/time/hanoi.ts';

interface PodcastContext {
  /** The site's own address. */
  site: { url: string };
  title: string;
  description: string;
  organization: string;
  /** Apple asks for an owner's address; without one the tag is left out. */
  email?: string | undefined;
}

/** Where the feed and its cover stand. */
export const podcastPaths = { feed: '/nghe-xem/podcast.xml', cover: '/nghe-xem/bia-podcast.png' };

/** Namespace of `podcast:guid` (https://podcasting2.org, tag “guid”). */
const guidNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** The feed's text: sound that the ward keeps itself; films and links are no episodes. */
export function podcastFeed(
  recordings: readonly Entry<'recording'>[],
  { site, title, description, organization, email }: PodcastContext,
): string {
  const episodes = recordings.flatMap((recording) => episode(recording, site) ?? []);
  const self = absolute(site, podcastPaths.feed);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@_xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
      '@_xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
      channel: {
        title,
        link: absolute(site, '/nghe-xem/'),
        description,
        language: 'vi',
        'atom:link': { '@_href': self, '@_rel': 'self', '@_type': 'application/rss+xml' },
        'itunes:author': organization,
        'itunes:category': { '@_text': 'Government' },
        'itunes:explicit': 'false',
        'itunes:image': { '@_href': absolute(site, podcastPaths.cover) },
        ...(email && { 'itunes:owner': { 'itunes:name': organization, 'itunes:email': email } }),
        'itunes:type': 'episodic',
        'podcast:guid': podcastGuid(self),
        'podcast:locked': 'no',
        'podcast:medium': 'podcast',
        item: episodes,
      },
    },
  });
}

function episode(recording: Entry<'recording'>, site: { url: string }): object | undefined {
  const { type, slug, address, data } = recording;
  const { kind, file } = data;
  if (kind !== 'audio' || file === undefined) return undefined;
  const page = absolute(site, address);
  return {
    title: data.title,
    link: page,
    guid: { '@_isPermaLink': 'false', '#text': absolute(site, `/d/${shortId(type, slug)}/`) },
    pubDate: new Date(startOfDay(commonOf(recording).published)).toUTCString(),
    description: data.summary,
    enclosure: {
      '@_url': absolute(site, recordingPath + file.name),
      '@_length': file.bytes,
      '@_type': recordingMediaType(file.name),
    },
    'itunes:duration': file.seconds,
    'itunes:episodeType': 'full',
    'itunes:explicit': 'false',
    'itunes:image': { '@_href': absolute(site, shareCard(recording).path) },
    'podcast:transcript': { '@_url': page, '@_type': 'text/html', '@_language': 'vi' },
  };
}

/** UUID version 5 of the feed's address without its scheme, as the tag's definition asks. */
function podcastGuid(feed: string): string {
  const name = feed.replace(/^https?:\/\//, '').replace(/\/+$/, '');
  const bytes = createHash('sha1')
    .update(Buffer.from(guidNamespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
