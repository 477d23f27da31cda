/** Short ids: what stands in an address that is typed from paper or read aloud. */
import type { TypeName } from '#src/schema/index.ts';

/** Letters and digits without the look-alikes 0 o, 1 i l. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

export const shortIdLength = 5;

/**
 * The short id of an entry: five characters that follow from its type and slug alone, so that what
 * is printed stays right through every build. Two entries may meet; a content check says so.
 */
export function shortId(type: TypeName, slug: string): string {
  let rest = fingerprint(`${type}/${slug}`);
  let id = '';
  while (id.length < shortIdLength) {
    id += alphabet[rest % alphabet.length]!;
    rest = Math.floor(rest / alphabet.length);
  }
  return id;
}

/** FNV-1a with MurmurHash3's last mixing: 32 bits, the same in Node and in a browser. */
function fingerprint(ascii: string): number {
  let hash = 0x811c9dc5;
  for (const char of ascii) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
