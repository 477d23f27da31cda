/** The order in which entries are handed out. Texts compare as Vietnamese readers expect. */
import type { Document } from './entry.ts';

const vietnamese = new Intl.Collator('vi');

interface Ordered {
  slug: string;
  data: { order: number };
}

interface Dated {
  slug: string;
  data: { published: string };
}

/** By the entry's own number, as in the plan. */
export function byOrder(a: Ordered, b: Ordered): number {
  return a.data.order - b.data.order || vietnamese.compare(a.slug, b.slug);
}

/** Latest first; on one day by slug, so that two builds never differ. */
export function latestFirst(a: Dated, b: Dated): number {
  return b.data.published.localeCompare(a.data.published) || vietnamese.compare(a.slug, b.slug);
}

/** Latest issue first; documents whose day the sources do not give come last. */
export function latestIssueFirst(a: Document, b: Document): number {
  return (
    (b.data.issued ?? '').localeCompare(a.data.issued ?? '') ||
    vietnamese.compare(a.data.shortTitle, b.data.shortTitle)
  );
}
