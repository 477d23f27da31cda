/** What a content type is: where its files lie, where its pages stand, which fields it has. */
import { objectRule, type Fields, type ObjectRule, type ValueOf } from './field.ts';

export type TypeName = 'axis' | 'article' | 'document' | 'unit' | 'page' | 'settings';

export interface ContentType<N extends TypeName = TypeName, F extends Fields = Fields> {
  name: N;
  /** Folder under `content/`. */
  folder: string;
  /** `mdx`: front matter and a body. `yml`: data only. */
  extension: 'mdx' | 'yml';
  /** Words of the interface: the list's heading, one entry, and what the form says on top. */
  words: { many: string; one: string; hint: string };
  /** Editors may add entries; the seven axes and the eight units are a closed set. */
  creatable: boolean;
  fields: F;
  rule: ObjectRule<F>;
  /** Address on the site of the entry with this slug; `undefined` for data without a page. */
  address?: (slug: string) => string;
}

export type DataOf<T extends ContentType> = ValueOf<T['fields']>;

/** A content type from its parts; the rule is made of the fields. */
export function defineType<N extends TypeName, F extends Fields>(
  parts: Omit<ContentType<N, F>, 'rule'>,
): ContentType<N, F> {
  return { ...parts, rule: objectRule(parts.fields) };
}
