/** A mark for what somebody still has to write: it may stand in a draft, and keeps it from the site. */
export const unfinished = '[CẦN ĐIỀN]';
