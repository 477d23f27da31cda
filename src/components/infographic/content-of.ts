import type { InfographicContent } from '#src/load/infographic-content.ts';

/** What the component of one kind is given. */
export type ContentOf<K extends InfographicContent['kind']> = Extract<
  InfographicContent,
  { kind: K }
>;
