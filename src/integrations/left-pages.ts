/**
 * What a build leaves of its pages to the next one. In columns, as V8 writes them: of ten thousand entries pages have a
 * million reads; as JSON those of three thousand took half a second of each build.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { repeated, type Repeated } from './repeated.ts';

/** What is kept of a page. */
export interface KeptPage {
  /** Its route and a digest of its props. */
  props: string;
  /** The build that rendered it. */
  edition: string;
  /** What it read, as places in the list of all reads. */
  reads: Uint32Array;
}

export interface LeftPages {
  /** What else the pages are made of: code, settings of the build, Node. */
  made: string;
  /** All that pages read. */
  reads: string[];
  /** What each came to; nothing where nobody could say. */
  digests: (string | undefined)[];
  /** Entry (`type/slug`) → a name of what it was made of. */
  files: ReadonlyMap<string, string>;
  /** By address. */
  pages: ReadonlyMap<string, KeptPage>;
}

/** The pages one after the other; `ends` are the places in `numbers` where the reads of each end. */
interface Columns extends Pick<LeftPages, 'made' | 'reads' | 'digests' | 'files'> {
  addresses: string[];
  props: string[];
  editions: Repeated;
  ends: Uint32Array;
  numbers: Uint32Array;
}

/** Takes what was left in a file, which is then away; nothing when it is not there or broken. */
export function takePages(file: string): LeftPages | undefined {
  try {
    const { addresses, props, editions, ends, numbers, ...rest } = deserialize(
      readFileSync(file),
    ) as Columns;
    const pages = new Map<string, KeptPage>();
    for (const [at, address] of addresses.entries()) {
      const reads = numbers.subarray(ends[at - 1] ?? 0, ends[at]);
      pages.set(address, {
        props: props[at]!,
        edition: editions.values[editions.places[at]!]!,
        reads,
      });
    }
    return { ...rest, pages };
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}

/** Leaves it to the next build. */
export function leavePages(file: string, { pages, ...rest }: LeftPages): void {
  const all = [...pages.values()];
  const ends = new Uint32Array(all.length);
  let end = 0;
  for (const [at, page] of all.entries()) ends[at] = end += page.reads.length;
  const numbers = new Uint32Array(end);
  for (const [at, page] of all.entries()) numbers.set(page.reads, ends[at - 1] ?? 0);
  const columns: Columns = {
    ...rest,
    ...{ ends, numbers },
    addresses: [...pages.keys()],
    props: all.map(({ props }) => props),
    editions: repeated(all.map(({ edition }) => edition)),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, serialize(columns));
}
