/**
 * The loader of every content type. MDX costs about four times Markdown, so a body that reads the
 * same in both is rendered once as Markdown and kept in Astro's store; only a body with a block or a
 * picture is compiled (`body-code.ts`). Drop this when Astro does the same by itself.
 */
import { readdir } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { cacheFolder } from '#src/build-cache.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding, type Finding } from '#src/schema/finding.ts';
import { drawnBlocks, type DrawnBlock } from '#src/schema/drawn-blocks.ts';
import type { ContentType } from '#src/schema/index.ts';
import { recordingIn } from '#src/schema/recording-block.ts';
import { bodyCompiler, type BodyCompiler } from './body-code.ts';
import { rulesVersion } from './rules-version.ts';

/** What the store keeps of an entry beside its rendered body. */
export interface StoredData extends Record<string, unknown> {
  fields: Record<string, unknown>;
  /** Syllables of the body, for the reading time. */
  syllables: number;
  /** Blocks of the body that posters and pictures can draw; absent where there is none. */
  blocks?: DrawnBlock[];
  /** Slug of the recording that the body leads to; absent where there is none. */
  recording?: string;
  /** Name of the body's code, where it is compiled. */
  code?: string;
}

/**
 * Loads `content/<folder>/`. A file with findings stops a build with one line for each finding; in
 * dev it is logged and left out until it is mended.
 */
export function entryLoader(type: ContentType): Loader {
  return {
    name: `entries:${type.folder}`,
    load: async (context) => {
      const folder = new URL(`content/${type.folder}/`, context.config.root);
      const rules = await rulesVersion(context.config.root);
      const compiler = await bodyCompiler(context.config);
      const sync = (name: string) => syncFile(context, type, name, { rules, compiler });

      const names = await namesIn(folder);
      const findings: Finding[] = [];
      for (const name of names) findings.push(...(await sync(name)));
      const slugs = new Set(names.map(slugOf));
      for (const slug of context.store.keys()) if (!slugs.has(slug)) context.store.delete(slug);

      report(context, findings);
      if (context.watcher) watch(context, fileURLToPath(folder), sync);
    },
  };
}

/** The files of a folder; none where there is no folder, for git keeps no empty one. */
async function namesIn(folder: URL): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => !name.startsWith('.')).sort();
}

/** Brings the store in step with one file; returns what is wrong with it. */
async function syncFile(
  context: LoaderContext,
  type: ContentType,
  name: string,
  { rules, compiler }: { rules: string; compiler: BodyCompiler },
): Promise<Finding[]> {
  const { store } = context;
  const path = `content/${type.folder}/${name}`;
  const fileURL = new URL(path, context.config.root);
  const raw = readFileSync(fileURL, 'utf8');
  const id = slugOf(name);
  const digest = context.generateDigest(rules + compiler.version + raw);
  const known = store.get<StoredData>(id);
  // What is kept beside the store may be gone.
  if (known?.digest === digest && isKept(known.data.code)) return [];

  const { entry, findings } = readEntryFile(path, raw);
  if (!entry) {
    store.delete(id);
    return findings;
  }
  const blocks = drawnBlocks(entry.body);
  const recording = recordingIn(entry.body);
  const data: StoredData = {
    fields: entry.data,
    syllables: countSyllables(entry.body),
    ...(blocks.length > 0 && { blocks }),
    ...(recording !== undefined && { recording }),
  };
  const stored = { id, digest, filePath: path };
  if (needsCode(entry.body)) {
    const code = await compiler.compile(fileURLToPath(fileURL), entry.body);
    store.set({ ...stored, data: { ...data, code } });
  } else {
    store.set({ ...stored, data, rendered: await context.renderMarkdown(entry.body, { fileURL }) });
  }
  return findings;
}

/**
 * True when a body must be read as MDX. Without `<` there is no block, and no raw HTML that the
 * schema's MDX reading took for text; pictures go through the component that makes them responsive.
 */
function needsCode(body: string): boolean {
  return body.includes('<') || body.includes('![');
}

/** Whether a body's code is there, where it has any: what no page needed for a month is removed. */
function isKept(code: string | undefined): boolean {
  return code === undefined || existsSync(join(cacheFolder, code));
}

function countSyllables(body: string): number {
  return body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function slugOf(name: string): string {
  return basename(name).replace(/\.[^.]*$/, '');
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
