/** A small content with entries of every type, as the content API is made from it, without Astro. */
import { catalogue } from '#src/channels/api/catalogue.ts';
import { entryFile } from '#src/channels/api/entry.ts';
import type { Ended } from '#src/channels/api/gone.ts';
import { indexFile } from '#src/channels/api/index-file.ts';
import { listFiles } from '#src/channels/api/lists.ts';
import { apiSchemas } from '#src/channels/api/schemas.ts';
import type { AnyEntry, Entry } from '#src/load/entry.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';
import type { SettingsData } from '#src/schema/index.ts';
import { content } from '#tests/support/content.ts';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';

export const site = { url: 'https://site.example/' };

/** Path → text of a content with `count` entries of every type that grows. */
export function someContent(count: number): Map<string, string> {
  const files = content();
  for (const name of growingTypes) {
    for (let n = 1; n <= count; n += 1) {
      const { path, text } = fixtureEntry(name, n);
      files.set(path, text);
    }
  }
  return files;
}

interface Read {
  entries: AnyEntry[];
  bodies: ReadonlyMap<AnyEntry, string>;
  settings: SettingsData;
}

/** The content as the load room hands it out; an infographic shows what is in its own fields. */
export function read(files: ReadonlyMap<string, string>): Read {
  const all = [...files].map(([path, text]) => {
    const { entry, findings } = readEntryFile(path, text);
    if (!entry) throw new Error(findings.map(formatFinding).join('\n'));
    return entry;
  });
  const pages = all.flatMap(({ type, slug, data, body }) => {
    if (!type.address) return [];
    const content = { kind: data['kind'], ...(data[String(data['kind'])] as object) };
    const entry = { type: type.name, slug, address: type.address(slug), data, content };
    return [[entry as unknown as AnyEntry, body] as const];
  });
  return {
    entries: pages.map(([entry]) => entry),
    bodies: new Map(pages),
    settings: all.find(({ type }) => type.name === 'settings')!.data as SettingsData,
  };
}

/** Every picture is published under the same name, 800 × 600. */
const publish = (src: string) =>
  Promise.resolve({
    url: `${site.url}_astro${src.replace('/media', '')}`,
    width: 800,
    height: 600,
  });

/** The catalogue of a content. */
export function catalogueOf(
  { entries, bodies }: Read,
  ended: Ended = { retired: [], former: [] },
  order: (entries: readonly AnyEntry[]) => readonly AnyEntry[] = (all) => all,
) {
  const bodyText = (entry: AnyEntry) => Promise.resolve(bodies.get(entry)!);
  return catalogue(order(entries), ended, { site, bodyText, publish });
}

/** All files but those of entries that are gone, and the schemas. */
export function filesOf(made: Awaited<ReturnType<typeof catalogueOf>>, content: Read) {
  const axes = content.entries.filter((entry): entry is Entry<'axis'> => entry.type === 'axis');
  return {
    index: indexFile(made, { axes, settings: content.settings }),
    lists: listFiles(
      made,
      axes.map(({ slug }) => slug),
    ),
    entries: made.all.map((one) => entryFile(one, made)),
    schemas: apiSchemas(site).map(({ make }) => make()),
  };
}
