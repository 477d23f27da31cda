/** The content of a build, read once for its steps and for its pages. */
import { fileURLToPath } from 'node:url';
import { cacheKey } from '../build-cache.ts';
import { readOne } from '../checks/content.ts';
import { keptRead, keptReader, resultOf, type KeptRead } from '../checks/kept-reads.ts';
import { readContent } from '../checks/read-content.ts';
import { entryMaker, isWhole, type EntryMaker, type StoredData } from '../load/entry-maker.ts';
import { keptEntry } from '../load/loader.ts';
import type { StoredEntry } from '../load/site-content.ts';
import type { ReadResult } from '../schema/entry-file.ts';
import { allTypes } from '../schema/index.ts';
import { ValuePack } from '../value-pack.ts';

type Stored = StoredEntry<StoredData>;

/** What one file comes to; no entry where something is wrong with it. */
interface Known {
  read: KeptRead;
  /** Without fields and body, which are in `read`. */
  stored?: Stored | undefined;
}

export interface BuildContent {
  /** Path → what the file says by itself. */
  results: Map<string, ReadResult>;
  /** Folder → slug → the entry, of all types. */
  entries: Map<string, Map<string, Stored>>;
}

/** Reads all content of the project at `root`. `file` is what one build leaves of it to the next. */
export async function readContentOnce(root: URL, file: string): Promise<BuildContent> {
  const reader = keptReader();
  const maker = await entryMaker(root, reader);
  const pack = new ValuePack<Known>(file);
  const results: BuildContent['results'] = new Map();
  const entries: BuildContent['entries'] = new Map();
  for (const { folder } of allTypes) entries.set(folder, new Map());
  for (const [path, text] of readContent(fileURLToPath(root))) {
    if (text === '') {
      results.set(
        path,
        readOne(path, () => text),
      );
      continue;
    }
    const name = cacheKey(maker.digest(text), path);
    let known = pack.get(name);
    if (!known || (known.stored && !isWhole(known.stored))) {
      known = await read(maker, reader.version, path, text);
      pack.set(name, known);
    }
    const result = resultOf(known.read);
    results.set(path, result);
    if (!result.entry || !known.stored) continue;
    const { type, slug, body, data: fields } = result.entry;
    const { stored } = known;
    entries.get(type.folder)!.set(slug, { ...stored, body, data: { ...stored.data, fields } });
  }
  pack.leave();
  return { results, entries };
}

async function read(maker: EntryMaker, rules: string, path: string, text: string): Promise<Known> {
  const [kept, { entry: stored }] = [
    await keptRead(rules, path, text),
    await keptEntry(maker, path, text),
  ];
  return {
    read: kept,
    stored: stored && { ...stored, body: '', data: { ...stored.data, fields: {} } },
  };
}
