/** Slugs: ASCII Vietnamese, the last part of an address and the name of a content file. */

/** What a slug looks like, but for its length. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Longest slug: a file name and an address that still fit where people paste them. */
export const slugMaxLength = 80;

/** True for a slug that can be a file name and the last part of an address. */
export function isSlug(text: string): boolean {
  return text.length <= slugMaxLength && slugPattern.test(text);
}

/**
 * The slug of a Vietnamese text: no accents, đ as d, lower case, hyphens for all else, cut at a
 * syllable. Empty when the text holds no letter and no digit.
 */
export function toSlug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= slugMaxLength) return plain;
  const cut = plain.lastIndexOf('-', slugMaxLength);
  return plain.slice(0, cut > 0 ? cut : slugMaxLength);
}
