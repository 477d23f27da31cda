/** One reading rule: what is looked for, and how what was found is said. */
export interface Rule {
  pattern: RegExp;
  /** Gets the named groups and the whole match; `undefined` leaves the text as it is. */
  say: (groups: Groups, match: string) => string | undefined;
}

export type Groups = Partial<Record<string, string>>;

/** A rule from a pattern in which spaces stand for one or more spaces; letters match in both cases. */
export function rule(pattern: string, say: Rule['say']): Rule {
  return { pattern: new RegExp(pattern.replaceAll(' ', '[^\\S\\n]+'), 'giu'), say };
}

/** Applies rules in their order. */
export function applyRules(text: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (so, { pattern, say }) =>
      so.replace(pattern, (match: string, ...rest: unknown[]) => {
        const last = rest.at(-1);
        return say(typeof last === 'object' ? (last as Groups) : {}, match) ?? match;
      }),
    text,
  );
}

/** Not within a word or a number: JavaScript's `\b` knows no Vietnamese letters. */
export const start = '(?<![\\p{L}\\p{N}])';
export const end = '(?![\\p{L}\\p{N}])';

/** A dash between two values, which means “to”. */
export const dash = '[^\\S\\n]?[-–—][^\\S\\n]?';

/** A text as a part of a pattern. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
