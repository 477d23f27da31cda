/** CSV as spreadsheets in Việt Nam open it by a double click: UTF-8 with BOM, every field quoted. */

/** Begins what a spreadsheet takes for a formula; also after spaces, and in full width. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/** A table as CSV; texts that would run as formulas get an apostrophe in front. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
