/** What the channels tell of an entry beside its title and summary: one outline for all of them. */
import type { AnyEntry } from '#src/load/entry.ts';
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { types } from '#src/schema/index.ts';
import type { OutlineSection, PagesOf } from '#src/schema/type.ts';
import { kitWords } from '#src/text/kit.ts';
import { infographicHeading, infographicLines, infographicNames } from './infographic-text.ts';

/** The lists of an entry, the most important first; those without an item are left out. */
export function outlineOf(entry: AnyEntry): OutlineSection[] {
  const sections = entry.type === 'infographic' ? [drawn(entry.content)] : told(entry);
  return sections.filter(({ items }) => items.length > 0);
}

function told({ type, data }: AnyEntry): OutlineSection[] {
  const pages: PagesOf<unknown> = types[type].pages;
  return pages.kit?.(data) ?? [];
}

function drawn(content: InfographicContent): OutlineSection {
  const named = infographicHeading(content);
  const section = { heading: named ?? kitWords.whatItSays, items: infographicLines(content) };
  if (content.kind === 'message') return { ...section, spoken: `${section.heading}:` };
  const inShort = `${named ?? 'Gồm'}: ${infographicNames(content).join('; ')}`;
  if (content.kind !== 'parts') return { ...section, spoken: '', inShort };
  const namesAlone = content.items.every(({ text }) => text === undefined);
  return { ...section, spoken: section.heading, inShort, names: namesAlone };
}
