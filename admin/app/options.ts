/** What Decap's configuration is made of, and what it depends on beside the schema. */

/** A field, a collection or a file of Decap's configuration: plain JSON. */
export type Options = Record<string, unknown>;

export interface Context {
  /** Today in Hà Nội, `YYYY-MM-DD`: what a required date starts with. */
  today: string;
  /** Whether a git host stands in for the editorial server, which alone can change an address later. */
  isBehindHost: boolean;
}
