/** What every file of the content says by itself, kept from one build to the next; the server reads it too. */
import { cached, cacheFolder, cacheKey } from '../build-cache.ts';
import { codeReached } from '../code-reached.ts';
import type { EntryFile, ReadResult } from '../schema/entry-file.ts';
import type { Finding } from '../schema/finding.ts';
import { types, type TypeName } from '../schema/index.ts';
import { readOne } from './content.ts';
import { keepUndrawable, undrawableIn } from './content/characters.ts';
import { keepTargets, targets, type Target } from './content/links.ts';
import { readContent } from './read-content.ts';

/** A result as JSON: an entry by the name of its type, with what rules look for in its body. */
export interface KeptRead extends Pick<ReadResult, 'findings'> {
  entry?: Omit<EntryFile, 'type'> & { type: TypeName; targets: Target[]; undrawable: Finding[] };
}

/**
 * Reads `<root>/content` as `readOne` does, path → what the file says. Parsing a body is what takes time:
 * a file that was read before, under the same rules, is not parsed again.
 */
export async function readKept(root: string): Promise<Map<string, ReadResult>> {
  const rules = rulesOf(root);
  const results = new Map<string, ReadResult>();
  for (const [path, text] of readContent(root)) {
    results.set(path, await readOneKept(rules, path, text));
  }
  return results;
}

/** Reads single files of the project that a build runs in, as `readOneKept` does. */
export function keptReader() {
  const version = rulesOf('.');
  const read = (path: string, text: string) => readOneKept(version, path, text);
  return { version, read };
}

/** A name for the rules as the code at `root` has them. */
export function rulesOf(root: string): string {
  return cacheKey(...codeReached('src/checks/content.ts', root));
}

/** One file as `readOne` reads it, kept in `folder`. */
export async function readOneKept(
  rules: string,
  path: string,
  text: string,
  folder = cacheFolder,
): Promise<ReadResult> {
  if (text === '') return readOne(path, () => text);
  return resultOf(await keptRead(rules, path, text, folder));
}

/** What is kept of one file, as JSON holds it. */
export async function keptRead(
  rules: string,
  path: string,
  text: string,
  folder = cacheFolder,
): Promise<KeptRead> {
  const name = `${cacheKey(rules, path, text)}.read.json`;
  const make = () =>
    Promise.resolve(Buffer.from(JSON.stringify(keptOf(readOne(path, () => text)))));
  const bytes = await cached(name, make, folder);
  return JSON.parse(bytes.toString()) as KeptRead;
}

/** The result that was kept. */
export function resultOf({ entry: kept, findings }: KeptRead): ReadResult {
  if (!kept) return { findings };
  const { targets: list, undrawable, ...rest } = kept;
  const entry: EntryFile = { ...rest, type: types[rest.type] };
  keepTargets(entry, list);
  keepUndrawable(entry, undrawable);
  return { entry, findings };
}

function keptOf({ entry, findings }: ReadResult): KeptRead {
  if (!entry) return { findings };
  return {
    entry: {
      ...entry,
      type: entry.type.name,
      targets: targets(entry),
      undrawable: undrawableIn(entry),
    },
    findings,
  };
}
