/** The loader of every content type. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Loader, LoaderContext } from 'astro/loaders';
import { cached } from '#src/build-cache.ts';
import { formatFinding, type Finding } from '#src/schema/finding.ts';
import type { ContentType } from '#src/schema/index.ts';
import {
  entryMaker,
  isWhole,
  slugOf,
  type EntryMaker,
  type Made,
  type Reader,
  type StoredData,
} from './entry-maker.ts';
import { setEntries } from './site-content.ts';

/**
 * Loads `content/<folder>/`. A file with findings stops a build with one line for each finding; in
 * dev it is logged and left out until it is mended.
 */
export function entryLoader(type: ContentType, reader: Reader): Loader {
  return {
    name: `entries:${type.folder}`,
    load: async (context) => {
      const folder = new URL(`content/${type.folder}/`, context.config.root);
      const maker = await entryMaker(context.config.root, reader);
      const sync = (name: string) => syncFile(context, type, name, maker);

      const names = namesIn(folder);
      const findings: Finding[] = [];
      for (const name of names) findings.push(...(await sync(name)));
      const slugs = new Set(names.map(slugOf));
      for (const slug of context.store.keys()) if (!slugs.has(slug)) context.store.delete(slug);

      report(context, findings);
      setEntries(type.folder, context.store.entries());
      if (context.watcher) watch(context, fileURLToPath(folder), sync);
    },
  };
}

/** What a file comes to, kept from one build to the next. */
export async function keptEntry(maker: EntryMaker, path: string, raw: string): Promise<Made> {
  const name = `${maker.digest(`${path}\n${raw}`)}.entry`;
  const bytes = await cached(name, async () => serialize(await maker.make(path, raw)));
  const made = deserialize(bytes) as Made;
  return made.entry && !isWhole(made.entry) ? maker.make(path, raw) : made;
}

/** The files of a folder; none where there is no folder, for git keeps no empty one. */
function namesIn(folder: URL): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/** Brings the store in step with one file; returns what is wrong with it. */
async function syncFile(
  context: LoaderContext,
  type: ContentType,
  name: string,
  maker: EntryMaker,
): Promise<Finding[]> {
  const { store } = context;
  const path = `content/${type.folder}/${name}`;
  const raw = readFileSync(new URL(path, context.config.root), 'utf8');
  const known = store.get<StoredData>(slugOf(name));
  if (known?.digest === maker.digest(raw) && isWhole(known)) return [];
  const { entry, findings } = await maker.make(path, raw);
  if (entry) store.set(entry);
  else store.delete(slugOf(name));
  return findings;
}

function report({ logger, watcher }: LoaderContext, findings: Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.map(formatFinding);
  if (!watcher) throw new Error(`Nội dung có ${lines.length} chỗ cần sửa:\n${lines.join('\n')}`);
  for (const line of lines) logger.error(line);
}

function watch(
  context: LoaderContext,
  folder: string,
  sync: (name: string) => Promise<Finding[]>,
): void {
  const mine = (path: string) => path.startsWith(folder) && !basename(path).startsWith('.');
  const onChange = (path: string) => {
    if (!mine(path)) return;
    sync(basename(path)).then(
      (findings) => report(context, findings),
      (error: unknown) => context.logger.error(`${path}: ${String(error)}`),
    );
  };
  context.watcher?.add(folder);
  context.watcher?.on('add', onChange);
  context.watcher?.on('change', onChange);
  context.watcher?.on('unlink', (path) => {
    if (mine(path)) context.store.delete(slugOf(path));
  });
}
