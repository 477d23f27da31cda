/**
 * The list of the finished files of a site: what one build leaves to the next, and what stands beside a site that
 * another may be made of. In columns, as V8 writes them: a site of ten thousand entries has 260,000 names, and as JSON
 * they took seconds of each build. Another arrangement needs another ending of the file's name (`listEnding`): sites of an
 * earlier version are then taken by nobody.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { repeated, type Repeated } from './repeated.ts';

/** What such a file is called at its end. */
export const listEnding = '.v8';

/** What was made of one file of the site. Names are those in the cache (`src/build-cache.ts`). */
export interface Finished {
  /** The build that rendered it. */
  edition: string;
  /** What its name in the site ends with beyond its own (``, `.br`, `.gz`) → name. */
  parts: Record<string, string>;
  /** Of a page: the addresses of its stylesheets. */
  styles?: readonly string[] | undefined;
  /** Of a page that search finds: the name of its text. */
  text?: string | undefined;
}

export interface FinishedList {
  /** What else files are finished with: stylesheets, scripts, the steps that were taken. */
  made: string;
  /** By path in the site. */
  files: ReadonlyMap<string, Finished>;
  /** Paths of what else the site holds: every build writes it anew. */
  others: readonly string[];
  /** Folders in which who serves the site puts files that nobody knows beforehand. */
  growing: readonly string[];
}

/** The same, file after file. What few values repeat is a list of these and, by file, the place in it. */
export interface Columns extends Pick<FinishedList, 'made' | 'others' | 'growing'> {
  paths: string[];
  editions: Repeated;
  /** What names end with → the names of the files that have it. */
  parts: Record<string, (string | undefined)[]>;
  /** With a space between. */
  styles: Repeated;
  texts: (string | undefined)[];
}

/** The columns in a list's bytes. @throws when they are broken. */
export function columnsIn(bytes: Uint8Array): Columns {
  return deserialize(bytes) as Columns;
}

/** The finished files in columns. */
export function filesIn({ paths, editions, parts, styles, texts }: Columns): Map<string, Finished> {
  const endings = Object.entries(parts);
  const sheets = styles.values.map((all) => (all === '' ? undefined : all.split(' ')));
  const files = new Map<string, Finished>();
  for (const [at, path] of paths.entries()) {
    const own: Record<string, string> = {};
    for (const [ending, names] of endings) if (names[at] !== undefined) own[ending] = names[at];
    files.set(path, {
      edition: editions.values[editions.places[at]!]!,
      parts: own,
      styles: sheets[styles.places[at]!],
      text: texts[at],
    });
  }
  return files;
}

/** Writes a list. */
export function writeList(file: string, { files, ...rest }: FinishedList): void {
  const all = [...files.values()];
  const parts: Columns['parts'] = {};
  for (const [at, finished] of all.entries()) {
    for (const [ending, name] of Object.entries(finished.parts)) {
      parts[ending] ??= all.map(() => undefined);
      parts[ending][at] = name;
    }
  }
  const columns: Columns = {
    ...rest,
    paths: [...files.keys()],
    editions: repeated(all.map(({ edition }) => edition)),
    parts,
    styles: repeated(all.map(({ styles = [] }) => styles.join(' '))),
    texts: all.map(({ text }) => text),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, serialize(columns));
}

/** Files of the site as a preview has them: without compressed copies and the texts of search. */
export function asInPreview({ parts, ...columns }: Columns): Columns {
  return { ...columns, parts: { '': parts[''] ?? [] }, texts: [] };
}
