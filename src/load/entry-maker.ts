/**
 * Files of the content as Astro's store holds them. MDX costs about four times Markdown, so a body that reads the
 * same in both is rendered once as Markdown; only a body with a block or a picture is compiled
 * (`body-code.ts`). Drop this when Astro does the same by itself.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder, cacheKey } from '#src/build-cache.ts';
import { drawnBlocks, type DrawnBlock } from '#src/schema/drawn-blocks.ts';
import type { ReadResult } from '#src/schema/entry-file.ts';
import type { Finding } from '#src/schema/finding.ts';
import { recordingIn } from '#src/schema/recording-block.ts';
import { bodyCompiler } from './body-code.ts';
import { markdown } from './markdown.ts';
import type { StoredEntry } from './site-content.ts';

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

/** What a file comes to; no entry where something is wrong with it. */
export interface Made {
  entry?: StoredEntry<StoredData>;
  findings: Finding[];
}

/** Who reads files: the checks keep what they read from one build to the next, and this room does not know them. */
export interface Reader {
  /** Differs when the same file would be read in another way. */
  version: string;
  read: (path: string, raw: string) => Promise<ReadResult>;
}

export interface EntryMaker {
  /** Names what a file is made of: its text, the rules and all that compiles. */
  digest: (raw: string) => string;
  /** `path` is the file's in the repository, `raw` its text. */
  make: (path: string, raw: string) => Promise<Made>;
}

/** Made once for a build, for the code that it is made of is read then. `root` is the project's. */
export async function entryMaker(root: URL, reader: Reader): Promise<EntryMaker> {
  const compiler = await bodyCompiler(new URL('src/', root));
  let renderer: ReturnType<typeof markdown.processor.createRenderer> | undefined;
  const digest = (raw: string) => cacheKey(reader.version, compiler.version, raw);

  const make = async (path: string, raw: string): Promise<Made> => {
    const { entry, findings } = await reader.read(path, raw);
    if (!entry) return { findings };
    const { body } = entry;
    const blocks = drawnBlocks(body);
    const recording = recordingIn(body);
    const data: StoredData = {
      fields: entry.data,
      syllables: countSyllables(body),
      ...(blocks.length > 0 && { blocks }),
      ...(recording !== undefined && { recording }),
    };
    const stored = { id: slugOf(path), digest: digest(raw), filePath: path, body };
    const file = new URL(path, root);
    if (needsCode(body)) {
      const code = await compiler.compile(file, body);
      return { entry: { ...stored, data: { ...data, code } }, findings };
    }
    renderer ??= markdown.processor.createRenderer({ syntaxHighlight: markdown.syntaxHighlight });
    const { code: html, metadata } = await (await renderer).render(body, { fileURL: file });
    return { entry: { ...stored, data, rendered: { html, metadata } }, findings };
  };
  return { digest, make };
}

/** Whether what is kept beside an entry is there: what no page needed for a month is removed. */
export function isWhole({ data }: { data: { code?: string } }): boolean {
  return data.code === undefined || existsSync(join(cacheFolder, data.code));
}

/** The slug of a file. */
export function slugOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '');
}

/**
 * True when a body must be read as MDX. Without `<` there is no block, and no raw HTML that the
 * schema's MDX reading took for text; pictures go through the component that makes them responsive.
 */
function needsCode(body: string): boolean {
  return body.includes('<') || body.includes('![');
}

function countSyllables(body: string): number {
  return body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
