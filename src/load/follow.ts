/** References from one entry to others, by slug. */

interface Named {
  slug: string;
}

/** Entries by slug. */
export function bySlug<E extends Named>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map(entries.map((entry) => [entry.slug, entry]));
}

/** The entries that `slugs` name, in that order. A slug without an entry is an error of content. */
export function follow<E extends Named>(entries: readonly E[], slugs: readonly string[]): E[] {
  return slugs.map((slug) => followOne(entries, slug));
}

/** The one entry that `slug` names. */
export function followOne<E extends Named>(entries: readonly E[], slug: string): E {
  const entry = entries.find((one) => one.slug === slug);
  if (!entry) throw new Error(`Không có mục nào tên là “${slug}”. Hãy sửa chỗ dẫn tới mục này.`);
  return entry;
}
