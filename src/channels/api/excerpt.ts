/** A file of the API cut to what shows how it is built, for people to read. */

const longestText = 100;

/** The JSON, indented; of each list the first item is left, of a long text its start. */
export function excerpt(file: object): string {
  return JSON.stringify(file, (_key, value: unknown) => cut(value), 2);
}

function cut(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 1) return [value[0], '…'];
  if (typeof value !== 'string' || value.length <= longestText) return value;
  // Addresses are of no use in part.
  return /^https?:\/\/\S+$/.test(value) ? value : `${value.slice(0, longestText).trimEnd()}…`;
}
