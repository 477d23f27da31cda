/** What the load room hands out: entries as plain data, without anything of Astro's. */
import type { InfographicContent } from '#src/model/infographic.ts';
import type {
  ArticleData,
  AxisData,
  DocumentData,
  InfographicData,
  PageData,
  TypeName,
  UnitData,
} from '#src/schema/index.ts';

/** One published entry with a page of its own. */
export interface Entry<N extends TypeName = TypeName, D = unknown> {
  type: N;
  slug: string;
  /** Path on the site, such as `/bai-viet/<slug>/`. */
  address: string;
  data: D;
  /** Syllables of the body. */
  syllables: number;
}

export type Axis = Entry<'axis', AxisData>;
export type Article = Entry<'article', ArticleData>;
export interface Infographic extends Entry<'infographic', InfographicData> {
  /** What it shows, with its references followed. */
  content: InfographicContent;
}
export type Document = Entry<'document', DocumentData>;
export type Unit = Entry<'unit', UnitData>;
export type Page = Entry<'page', PageData>;
