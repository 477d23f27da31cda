import type { Document } from '#src/load/entry.ts';
import { shortDay } from './dates.ts';

/** Day of issue as far as the sources give it. */
export function issueDay({ data }: Document): string | undefined {
  return data.issued ? shortDay(data.issued) : data.issuedNote;
}

/** Number, day and issuer in one line, without what the sources do not give. */
export function issueLine(document: Document): string {
  const { number, issuer } = document.data;
  return [number, issueDay(document), issuer].filter(Boolean).join(' · ');
}
