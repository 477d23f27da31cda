/** Name of the form's field that holds a new entry's slug; no content file has it. */
export const slugField = 'slug';

/** How the CMS reads and writes entries, by the ending of their files. */
export const entryFormats = { mdx: 'entry', yml: 'data' } as const;
