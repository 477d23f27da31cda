/**
 * What a page shows of much content, as questions (`src/page-reads.ts`): it is rendered anew when the answer
 * changes, not whenever an entry does that was looked at.
 */
import { entries, named, now } from '#src/load/index.ts';
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { bulletinGroups } from '#src/model/bulletin.ts';
import { phaseState } from '#src/model/phases.ts';
import { neighbours, relatedTo } from '#src/model/relations.ts';
import { glossaryOf } from '#src/model/terms.ts';
import { question } from '#src/page-reads.ts';
import { pageTypes, type PageTypeName } from '#src/schema/index.ts';

/** Lists, each divided once by what `keyOf` says: every entry asks for its own part. */
function divided(keyOf: (entry: AnyEntry) => string) {
  const known = new WeakMap<readonly AnyEntry[], Map<string, AnyEntry[]>>();
  return (all: readonly AnyEntry[], key: string): readonly AnyEntry[] => {
    const parts = known.get(all) ?? Map.groupBy(all, keyOf);
    known.set(all, parts);
    return parts.get(key) ?? [];
  };
}

const axisOf = (entry: AnyEntry) => commonOf(entry).axis ?? '';
const partOfAxis = divided(axisOf);
const partOfMonth = divided((entry) => commonOf(entry).published.slice(0, 7));

/** What to read after an entry, three at most. */
export const relatedOf = question('related', async (type: PageTypeName, slug: string) => {
  const all: readonly AnyEntry[] = await entries(type);
  const entry: AnyEntry = await named(type, slug);
  const isChosen = 'related' in entry.data && entry.data.related.length > 0;
  return relatedTo(entry, isChosen ? all : partOfAxis(all, axisOf(entry)), 3);
});

/** The entries before and after it. */
export const neighboursOf = question('neighbours', async (type: PageTypeName, slug: string) => {
  const entry: AnyEntry = await named(type, slug);
  return neighbours(entry, partOfAxis(await entries(type), axisOf(entry)));
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
export const groupsOfBulletin = question('bulletin', async (slug: string) => {
  const bulletin = await named('bulletin', slug);
  const { lead, month } = bulletin.data;
  const first = (await entries('article')).filter((article) => lead.includes(article.slug));
  const lists: (readonly AnyEntry[])[] = await Promise.all(
    pageTypes.map(({ name }) => entries(name)),
  );
  const ofMonth = lists.flatMap((list) => partOfMonth(list, month));
  return bulletinGroups(bulletin, [...new Set<AnyEntry>([...first, ...ofMonth])]);
});
