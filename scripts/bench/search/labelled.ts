/** Labelled queries in a file: `{"queries": [{"id", "query", "kind", "keys": [...], "all": false}]}`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Query } from './made.ts';

const file = z.object({
  queries: z.array(
    z.object({
      id: z.string(),
      query: z.string(),
      kind: z.string(),
      keys: z.array(z.string()).min(1),
      all: z.boolean().default(false),
    }),
  ),
});

/** Reads the queries of a file. Throws an error that names the file and the field. */
export function readQueries(path: string): Query[] {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8'))).queries;
  } catch (cause) {
    const faults =
      cause instanceof z.ZodError
        ? cause.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')
        : String(cause);
    throw new Error(`${path}: ${faults}`, { cause });
  }
}
