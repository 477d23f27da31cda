/** What a content type is: where its files lie, where its pages stand, which fields it has. */
import type { z } from 'zod';
import { objectRule, type Fields, type ObjectRule, type ValueOf } from './field.ts';

export type TypeName =
  'axis' | 'article' | 'infographic' | 'document' | 'unit' | 'page' | 'settings';

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

/** What is wrong with a field in view of the others, and what to do, in Vietnamese. */
export interface FieldProblem {
  field: string;
  message: string;
}

type Parts<N extends TypeName, F extends Fields> = Omit<ContentType<N, F>, 'rule'> & {
  /** What the fields must keep together, each being right by itself. */
  check?: (data: ValueOf<F>) => FieldProblem[];
};

/** A content type from its parts; the rule is made of the fields and of what joins them. */
export function defineType<N extends TypeName, F extends Fields>({
  check,
  ...parts
}: Parts<N, F>): ContentType<N, F> {
  const rule = objectRule(parts.fields);
  return { ...parts, rule: check ? rule.superRefine(report(check)) : rule };
}

function report<D>(check: (data: D) => FieldProblem[]) {
  return (data: D, context: z.core.$RefinementCtx) => {
    for (const { field, message } of check(data)) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  };
}
