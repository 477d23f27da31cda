/** The copies of a photo that the site publishes, under names that follow from what they are made of. */
import { basename, extname } from 'node:path';
import { cacheKey } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';
import type { CopyFormat } from './make-copy.ts';
import type { Photo } from './media.ts';

/** One file of the site; sizes in pixels. */
export interface Copy {
  /** The photo's address in the library. */
  src: string;
  width: number;
  height: number;
  format: CopyFormat;
  /** Its address on the site: for ever this file, as all below `/_astro/`. */
  address: string;
  /** Its name in the cache. */
  kept: string;
}

export interface Copies {
  /** In several widths, the smallest first. */
  avif: readonly Copy[];
  webp: readonly Copy[];
  /** A WebP for who takes only one. */
  single: Copy;
}

/** Widths of phones, and of the reading column at 1× and 2×. */
const widths = [400, 704, 1056, 1408] as const;
const widest = widths[3];

/** Names of the library may be as long as the disk allows, and copies have longer ones. */
const stemLength = 80;

let code: string | undefined;

/** The copies of a photo. None is larger than the photo itself. */
export function copiesOf({ src, width, height, digest }: Photo): Copies {
  code ??= cacheKey(...codeReached('src/load/make-copy.ts'));
  const stem = basename(src, extname(src)).slice(0, stemLength);
  const copy = (wide: number, format: CopyFormat): Copy => {
    const key = cacheKey(code!, digest, String(wide), format);
    return {
      src,
      width: wide,
      height: Math.max(1, Math.round((wide * height) / width)),
      format,
      address: `/_astro/${stem}-${wide}.${key.slice(0, 10)}.${format}`,
      kept: `${key}.${format}`,
    };
  };
  const fitting = widths.filter((step) => step <= width);
  const all = fitting.length > 0 ? fitting : [width];
  return {
    avif: all.map((wide) => copy(wide, 'avif')),
    webp: all.map((wide) => copy(wide, 'webp')),
    single: copy(Math.min(width, widest), 'webp'),
  };
}
