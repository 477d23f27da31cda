/** What a type's structured data (schema.org) may ask of the site beside the entry's own data. */
export interface StructuredContext {
  /** The page's whole address. */
  url: string;
  /** The whole address of a path on the site. */
  absolute: (path: string) => string;
  /** Reference to the ward's organization, which every page describes. */
  organization: { '@id': string };
  /** What every work tells: its days, its language, who speaks. Events and bodies have none of it. */
  work: Record<string, unknown>;
  /** Whole address of the picture that shows when the page is shared. */
  image: string | undefined;
  /** The first moment of the day on which the entry was published. */
  published: string;
  /** Name of the place that the organization serves. */
  area: string;
}
