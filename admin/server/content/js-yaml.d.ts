/** What the server uses of `js-yaml`, which brings no types of its own. */
declare module 'js-yaml' {
  interface Schema {
    readonly name?: string;
  }
  /** The types of JSON alone: a day stays text. */
  export const CORE_SCHEMA: Schema;
  /** The first document of a text; `undefined` when it is empty. @throws when it cannot be read. */
  export function load(text: string, options?: { schema?: Schema }): unknown;
}
