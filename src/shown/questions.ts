/**
 * What a page shows of much content, as questions (`src/page-reads.ts`): it is rendered anew when the answer
 * changes, not whenever an entry does that was looked at.
 */
import { allEntries, entries, named, now } from '#src/load/index.ts';
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { bulletinGroups } from '#src/model/bulletin.ts';
import { phaseState } from '#src/model/phases.ts';
import { neighbours, relatedTo } from '#src/model/relations.ts';
import { glossaryOf } from '#src/model/terms.ts';
import { question } from '#src/page-reads.ts';
import type { PageTypeName } from '#src/schema/index.ts';

/** What to read after an entry, three at most. */
export const relatedOf = question('related', async (type: PageTypeName, slug: string) => {
  const all: readonly AnyEntry[] = await entries(type);
  return relatedTo(await named(type, slug), all, 3);
});

/** The entries before and after it. */
export const neighboursOf = question('neighbours', async (type: PageTypeName, slug: string) => {
  const all: readonly AnyEntry[] = await entries(type);
  return neighbours(await named(type, slug), all);
});

/** The entry that has this slug or had it once, if there is one. */
export const calledOnce = question('called', async (type: PageTypeName, name: string) => {
  const all: readonly AnyEntry[] = await entries(type);
  return all.find(
    (entry) => entry.slug === name || (commonOf(entry).formerSlugs ?? []).includes(name),
  );
});

/** The words of the glossary, each with its term. */
export const glossary = question('glossary', async () => glossaryOf(await entries('term')));

/** Where a phase stands at the moment of the build. */
export const phaseStateToday = question(
  'phase-state',
  (phase: { from?: string | undefined; to?: string | undefined }) =>
    Promise.resolve(phaseState(phase, now())),
);

/** What a bulletin holds. */
export const groupsOfBulletin = question('bulletin', async (slug: string) =>
  bulletinGroups(await named('bulletin', slug), await allEntries()),
);
