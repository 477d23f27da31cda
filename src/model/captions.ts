/** Captions for Zalo and the fanpage: an entry's own words in three lengths, with a marked link. */
import { outlineOf } from './outline.ts';
import { marked, type KitEntry } from './share-kit.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import { absolute } from './web-values.ts';
import { kitWords } from '#src/text/kit.ts';

export const captionChannels = ['zalo', 'fanpage'] as const;

/** Most characters of a caption, its link included: a Zalo message takes no more than 2,000. */
export const captionLimits = { ngan: 300, vua: 500, dai: 2000 } as const;

export type CaptionLength = keyof typeof captionLimits;

export interface Caption {
  channel: (typeof captionChannels)[number];
  length: CaptionLength;
  /** Plain text, NFC; parts stand apart by an empty line, the link is the last. */
  text: string;
}

/** What an entry's own fields only point at. */
export interface CaptionContext {
  /** The site's own address. */
  siteUrl: string;
  /** Name of the responsible unit. */
  unit: string;
}

/** The captions of an entry; the link's mark names the channel. */
export function captions(entry: KitEntry, { siteUrl, unit }: CaptionContext): Caption[] {
  return captionChannels.flatMap((channel) => {
    const link = marked(absolute({ url: siteUrl }, entry.address), channel);
    const lengths = Object.keys(captionLimits) as CaptionLength[];
    return lengths.map((length) => ({ channel, length, text: caption(entry, unit, link, length) }));
  });
}

function caption(entry: KitEntry, unit: string, link: string, length: CaptionLength): string {
  const { title, summary } = entry.data;
  const invitation = `Bà con đọc đầy đủ tại: ${link}`;
  if (length === 'ngan') return join([title, link]);
  if (length === 'vua') return join([title, summary, invitation]);
  const ask = kitWords.askWho(unit);
  const room = captionLimits.dai - join([title, summary, '', ask, invitation]).length;
  return join([title, summary, ...fit(outlineOf(entry), room), ask, invitation]);
}

/** As many whole items as `room` characters hold; a list of which nothing fits is left out. */
function fit(sections: readonly OutlineSection[], room: number): string[] {
  const parts: string[] = [];
  for (const { heading, spoken, items } of sections) {
    const lines = [spoken || `${heading}:`];
    for (const item of items) {
      const line = `• ${item}`;
      if (join([...parts, [...lines, line].join('\n')]).length > room) break;
      lines.push(line);
    }
    if (lines.length > 1) parts.push(lines.join('\n'));
  }
  return parts;
}

function join(parts: readonly string[]): string {
  return parts.join('\n\n').normalize('NFC');
}
