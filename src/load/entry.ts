/** What the load room hands out: entries as plain data, without anything of Astro's. */
import type { DrawnBlock } from '#src/schema/drawn-blocks.ts';
import type { Data, PageTypeName } from '#src/schema/index.ts';
import type { InfographicContent } from './infographic-content.ts';

/** What entries of a type have beside their own data. */
interface Completed {
  /** What it shows, with its references followed. */
  infographic: { content: InfographicContent };
}

interface Plain<N extends PageTypeName> {
  type: N;
  slug: string;
  /** Path on the site, such as `/bai-viet/<slug>/`. */
  address: string;
  data: Data<N>;
  /** Syllables of the body. */
  syllables: number;
  /** Blocks of the body that posters and pictures can draw. */
  blocks?: readonly DrawnBlock[] | undefined;
  /** Slug, of today or of once, of the recording that the body leads to. */
  recording?: string | undefined;
}

/** One entry with a page of its own; of several types, a union that its `type` tells apart. */
export type Entry<N extends PageTypeName = PageTypeName> = N extends PageTypeName
  ? Plain<N> & (N extends keyof Completed ? Completed[N] : unknown)
  : never;

/** An entry of any type. */
export type AnyEntry = Entry;

/** What the entries of all types have in common, for code that serves all of them. */
export interface CommonData {
  title: string;
  shortTitle?: string | undefined;
  summary: string;
  axis?: string | undefined;
  axes?: readonly string[] | undefined;
  unit?: string | undefined;
  audience?: readonly string[] | undefined;
  campaign?: string | undefined;
  sources?: readonly { document: string; locator: string }[] | undefined;
  published: string;
  updated?: string | undefined;
  changeNote?: string | undefined;
  reviewDate?: string | undefined;
  formerSlugs?: readonly string[] | undefined;
}

/** The fields that an entry of any type may have. */
export function commonOf(entry: AnyEntry): CommonData {
  return entry.data;
}
