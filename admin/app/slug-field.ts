/** Name of the form's field that holds a new entry's slug; no content file has it. */
export const slugField = 'slug';
