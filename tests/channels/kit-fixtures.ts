/** The real entries that have a share kit, as the load room hands them out. */
import { readdirSync, readFileSync } from 'node:fs';
import type { KitContext } from '#src/channels/social/input.ts';
import type { Entry } from '#src/load/entry.ts';
import { infographicContent } from '#src/load/infographic.ts';
import { drawnBlocks } from '#src/schema/drawn-blocks.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import type { SettingsData } from '#src/schema/index.ts';
import { formatFinding } from '#src/schema/finding.ts';

function read<T>(folder: string): T[] {
  return readdirSync(`content/${folder}`)
    .filter((name) => /\.(?:mdx|yml)$/.test(name))
    .map((name) => {
      const path = `content/${folder}/${name}`;
      const { entry, findings } = readEntryFile(path, readFileSync(path, 'utf8'));
      if (!entry) throw new Error(findings.map(formatFinding).join('\n'));
      const { type, slug, data, body } = entry;
      const address = type.address?.(slug);
      return { type: type.name, slug, address, data, syllables: 0, blocks: drawnBlocks(body) } as T;
    });
}

const axes = read<Entry<'axis'>>('axes').sort((a, b) => a.data.order - b.data.order);

const [settings] = read<{ data: SettingsData }>('settings');

export const kitContext: KitContext = {
  axes,
  settings: settings!.data,
  site: { url: settings!.data.siteUrl },
};

export const units = read<Entry<'unit'>>('units');

export const articles = read<Entry<'article'>>('articles');

export const infographics = read<Omit<Entry<'infographic'>, 'content'>>('infographics').map(
  (entry): Entry<'infographic'> => ({
    ...entry,
    content: infographicContent(entry.data, { axes, units }),
  }),
);

export const kitEntries = [...articles, ...infographics];
