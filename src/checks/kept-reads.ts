/** What every file of the content says by itself, kept from one build to the next. */
import { cached, cacheKey } from '../build-cache.ts';
import { codeReached } from '../code-reached.ts';
import type { EntryFile, ReadResult } from '../schema/entry-file.ts';
import { types, type TypeName } from '../schema/index.ts';
import { readOne } from './content.ts';
import { keepTargets, targets, type Target } from './content/links.ts';
import { readContent } from './read-content.ts';

/** A result as JSON: an entry by the name of its type, with the links and pictures of its body. */
interface Kept extends Pick<ReadResult, 'findings'> {
  entry?: Omit<EntryFile, 'type'> & { type: TypeName; targets: Target[] };
}

/**
 * Reads `<root>/content` as `readOne` does, path → what the file says. Parsing a body is what takes time:
 * a file that was read before, under the same rules, is not parsed again.
 */
export async function readKept(root: string): Promise<Map<string, ReadResult>> {
  const rules = cacheKey(...codeReached('src/checks/content.ts', root));
  const results = new Map<string, ReadResult>();
  for (const [path, text] of await readContent(root)) {
    results.set(path, await readOneKept(rules, path, text));
  }
  return results;
}

async function readOneKept(rules: string, path: string, text: string): Promise<ReadResult> {
  if (text === '') return readOne(path, () => text);
  const name = `${cacheKey(rules, path, text)}.read.json`;
  const bytes = await cached(name, () =>
    Promise.resolve(Buffer.from(JSON.stringify(withTargets(readOne(path, () => text))))),
  );
  const { entry: kept, findings } = JSON.parse(bytes.toString()) as Kept;
  if (!kept) return { findings };
  const { targets: list, ...rest } = kept;
  const entry: EntryFile = { ...rest, type: types[rest.type] };
  keepTargets(entry, list);
  return { entry, findings };
}

function withTargets({ entry, findings }: ReadResult): Kept {
  if (!entry) return { findings };
  return {
    entry: { ...entry, type: entry.type.name, targets: targets(entry) },
    findings,
  };
}
