/** Which entries belong to which. Lists come sorted from the load room and stay in that order. */
import type { Article, Entry, Infographic } from '#src/load/entry.ts';
import type { TypeName } from '#src/schema/index.ts';

/** Entries by slug, for following references. */
export function bySlug<E extends Entry>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map(entries.map((entry) => [entry.slug, entry]));
}

/** The entries that `slugs` name, in that order. A slug without an entry is an error of content. */
export function follow<E extends Entry>(entries: readonly E[], slugs: readonly string[]): E[] {
  const found = bySlug(entries);
  return slugs.map((slug) => {
    const entry = found.get(slug);
    if (!entry) throw new Error(`Không có mục nào tên là “${slug}”. Hãy sửa chỗ dẫn tới mục này.`);
    return entry;
  });
}

/** The one entry that `slug` names. */
export function followOne<E extends Entry>(entries: readonly E[], slug: string): E {
  return follow(entries, [slug])[0]!;
}

/** Entries of one type that belong to this axis. */
export function ofAxis<E extends Entry<TypeName, { axis?: string | undefined }>>(
  entries: readonly E[],
  axis: string,
): E[] {
  return entries.filter(({ data }) => data.axis === axis);
}

/** Entries of one type about which this unit answers. */
export function ofUnit<E extends Entry<TypeName, { unit: string }>>(
  entries: readonly E[],
  unit: string,
): E[] {
  return entries.filter(({ data }) => data.unit === unit);
}

/** Entries of any type that give this document as a source. */
export function citing<E extends Entry<TypeName, { sources: { document: string }[] }>>(
  entries: readonly E[],
  document: string,
): E[] {
  return entries.filter(({ data }) => data.sources.some((source) => source.document === document));
}

/**
 * What to read after an article: the editor's own choice; else articles of the same axis, those
 * for the same readers first.
 */
export function relatedArticles(
  article: Article,
  articles: readonly Article[],
  count: number,
): Article[] {
  if (article.data.related.length > 0) {
    // A related article may have been withdrawn since: it is left out, not missed.
    const found = bySlug(articles);
    return article.data.related.flatMap((slug) => found.get(slug) ?? []);
  }
  const shared = (other: Article) =>
    other.data.audience.filter((group) => article.data.audience.includes(group)).length;
  return ofAxis(articles, article.data.axis)
    .filter(({ slug }) => slug !== article.slug)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, count);
}

/** The infographics that follow one in the list of all, from the first again after the last. */
export function infographicsAfter(
  infographic: Infographic,
  infographics: readonly Infographic[],
  count: number,
): Infographic[] {
  const at = infographics.findIndex(({ slug }) => slug === infographic.slug);
  return [...infographics.slice(at + 1), ...infographics.slice(0, at)].slice(0, count);
}

/** The neighbours of an article in its axis's list: `previous` is the newer, `next` the older. */
export function neighbours(
  article: Article,
  articles: readonly Article[],
): { previous: Article | undefined; next: Article | undefined } {
  const list = ofAxis(articles, article.data.axis);
  const at = list.findIndex(({ slug }) => slug === article.slug);
  return { previous: list[at - 1], next: list[at + 1] };
}
