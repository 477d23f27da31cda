/** What the form holds although nobody filled it in: the same as if it were not there. */

/** The fields that say something, as an editor left them. */
export function withoutUnsaid(data: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(data)
    .map(([key, value]) => [key, Array.isArray(value) ? value.map(said) : said(value)])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Record<string, unknown>;
}

/** Whether a value says nothing: the CMS writes an untouched field as an empty text or null. */
export function isUnsaid(value: unknown): boolean {
  return said(value) === undefined;
}

function said(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const inner = withoutUnsaid(value as Record<string, unknown>);
  // A group with a list in which no row was filled in is as empty as before.
  return Object.values(inner).every(isEmptyList) ? undefined : inner;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => item === undefined);
}
