/** What a type's structured data (schema.org) may ask of the site beside the entry's own data. */
export interface StructuredContext {
  /** The page's whole address. */
  url: string;
  /** The whole address of a path on the site. */
  absolute: (path: string) => string;
  /** Reference to the ward's organization, which every page describes. */
  organization: { '@id': string };
  /** Name of the place that the organization serves. */
  area: string;
}

