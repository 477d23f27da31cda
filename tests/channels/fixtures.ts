/** The real content as the load room hands it out, read without Astro. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CardContext } from '#src/channels/share-card/input.ts';
import { infographicContent } from '#src/load/infographic.ts';
import type { AnyEntry, Entry } from '#src/load/entry.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import type { SettingsData } from '#src/schema/index.ts';

const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(mdx|yml)$/.test(path))
  .map((path) => `content/${path}`)
  .map((path) => readEntryFile(path, readFileSync(path, 'utf8')).entry)
  .filter((entry) => entry !== undefined);

/** Every entry that has a share card. */
const plain = files
  .filter(({ type }) => type.address)
  .map(({ type, slug, data }) => ({
    type: type.name,
    slug,
    address: type.address!(slug),
    data,
    syllables: 0,
  })) as unknown as AnyEntry[];

const axes = plain
  .filter((entry): entry is Entry<'axis'> => entry.type === 'axis')
  .sort((a, b) => a.data.order - b.data.order);

const units = plain.filter((entry): entry is Entry<'unit'> => entry.type === 'unit');

export const cardEntries = plain.map((entry) =>
  entry.type === 'infographic'
    ? { ...entry, content: infographicContent(entry.data, { axes, units }) }
    : entry,
);

const settings = files.find(({ type }) => type.name === 'settings')!.data as SettingsData;

export const context: CardContext = { axes, settings, site: { url: settings.siteUrl } };
