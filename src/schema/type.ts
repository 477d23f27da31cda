/**
 * What a content type is: where its files lie, which fields it has, and what the site, the CMS and
 * the channels make of it. All of that follows from one declaration in this folder; only a type's
 * view (`src/components/entry/views`) stands elsewhere, because it is drawn.
 */
import type { z } from 'zod';
import type { PictogramName } from '../drawing/pictograms.ts';
import { objectRule, type Fields, type ObjectRule, type ValueOf } from './field.ts';
import type { StructuredContext } from './structured.ts';

export interface ContentType<N extends string = string, F extends Fields = Fields> {
  name: N;
  /** Folder under `content/`. */
  folder: string;
  /** `mdx`: front matter and a body. `yml`: data only. */
  extension: 'mdx' | 'yml';
  /** Words of the interface: the list's heading, one entry, and what the form says on top. */
  words: { many: string; one: string; hint: string };
  /** `open`: editors add entries. `closed`: the set is the plan's. `single`: one file, always there. */
  set: 'open' | 'closed' | 'single';
  fields: F;
  rule: ObjectRule<F>;
  /** The field that names an entry where space is short. */
  nameField: 'title' | 'shortTitle';
  /** The field from which a new entry's slug is made. */
  slugField: string;
  /** Text with which a new entry's body starts. */
  template?: string;
  /** How entries show on the site; absent for data without pages of its own. */
  pages?: PagesOf<ValueOf<F>>;
  /** Address on the site of the entry with this slug; `undefined` for data without a page. */
  address?: (slug: string) => string;
}

/**
 * How the entries of a type show on the site; `D` is an entry's data. What is asked of the data is
 * written as a method, so that a list of all types may hold each of them.
 */
export interface PagesOf<D> {
  /** First part of their addresses, which is the list's own; empty for pages at the root. */
  section: string;
  /** Its place in the header's menu; a list without one stands in the footer. */
  menu?: number;
  /** One sentence above the list. */
  lead: string;
  /** What the list says while there is no entry: what will stand here. */
  empty: string;
  /** The field by which lists are sorted: days latest first, numbers from the lowest. */
  sortBy: string;
  /** Cards on a page of its list at most, a multiple of six, where pictures say more than titles. */
  cards?: number;
  /** The sign of this type in the corner of an entry's picture; none for the commonest. */
  sign?: PictogramName;
  /** What stands on an entry's picture: a number or a word by which it is known; left out when long. */
  keyWord?(data: D): string | undefined;
  /** A word about an entry above its title: its kind. */
  label?(data: D): string | undefined;
  /** The line at the foot of its card; the day of publication when absent. */
  note?(data: D): string;
  /** Rows of the box “about this entry”, before the dates. */
  facts?(data: D): Fact[];
  /** The second text of its share card; the summary when absent. */
  cardText?(data: D): string | undefined;
  /** What search engines are told beside title, summary, dates and publisher (schema.org). */
  structured(data: D, context: StructuredContext): StructuredData;
  /** What channels tell of an entry beside title and summary; present on types with a share kit. */
  kit?(data: D): OutlineSection[];
}

export interface StructuredData {
  '@type': string | string[];
  [property: string]: unknown;
}

export interface Fact {
  label: string;
  value: string | undefined;
}

/** A list that pictures, posters, captions and loudspeakers show or say, the most important first. */
export interface OutlineSection {
  heading: string;
  items: string[];
  /** Steps, to be done one after the other. */
  numbered?: boolean;
  /** The heading as it is said aloud and written in captions, with a colon; empty for none. */
  spoken?: string;
  /** Of an enumeration that is said whole or like this: its first items would sound like all. */
  inShort?: string;
  /** Bare names: said in one breath after the heading. */
  names?: boolean;
}

export type DataOf<T extends { fields: Fields }> = ValueOf<T['fields']>;

/** What is wrong with a field in view of the others, and what to do, in Vietnamese. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A type whose entries have pages on the site. */
export type PageType<N extends string = string, F extends Fields = Fields> = ContentType<N, F> &
  Required<Pick<ContentType<N, F>, 'pages' | 'address'>>;

type Derived = 'rule' | 'address' | 'nameField' | 'slugField';

type Parts<N extends string, F extends Fields> = Omit<ContentType<N, F>, Derived> &
  Partial<Pick<ContentType<N, F>, 'slugField'>> & {
    /** What the fields must keep together, each being right by itself. */
    check?: (data: ValueOf<F>) => FieldProblem[];
  };

/** A content type from its parts; the rule is made of the fields and of what joins them. */
export function defineData<N extends string, F extends Fields>({
  check,
  ...parts
}: Parts<N, F>): ContentType<N, F> {
  const rule = objectRule(parts.fields);
  const nameField = 'shortTitle' in parts.fields ? 'shortTitle' : 'title';
  return {
    nameField,
    slugField: nameField,
    ...parts,
    rule: check ? rule.superRefine(report(check)) : rule,
  };
}

/** A content type whose entries have pages, at addresses that follow from its section. */
export function definePages<N extends string, F extends Fields>(
  parts: Parts<N, F> & Required<Pick<ContentType<N, F>, 'pages'>>,
): PageType<N, F> {
  const { pages } = parts;
  const list = pages.section === '' ? '/' : `/${pages.section}/`;
  return { ...defineData(parts), pages, address: (slug) => `${list}${slug}/` };
}

function report<D>(check: (data: D) => FieldProblem[]) {
  return (data: D, context: z.core.$RefinementCtx) => {
    for (const { field, message } of check(data)) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  };
}
