/**
 * Posters as PDF and archives of share kits: files that few readers ask for, and more than half of a
 * site's bytes. A build writes what they are made of, their recipes; who serves the site makes a
 * file when somebody asks for it, and a build for a plain web server makes all
 * (`src/integrations/downloads.ts`).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kept } from '#src/build-cache.ts';
import { downloadAt, type Download } from '#src/model/downloads.ts';
import type { ArchivePart } from './kit/archive.ts';
import type { PosterInput } from './poster/input.ts';

/**
 * Puts the download at a path (without the first slash) into the release in `root`, where it stays.
 * Whether there is one; an error when a part of an archive is missing.
 */
export async function makeDownload(root: string, path: string): Promise<boolean> {
  const download = downloadAt(path);
  const recipe = download && (await read(join(root, download.recipe)));
  if (!recipe) return false;
  await kept(path, () => make(root, download, recipe), root);
  return true;
}

/** The libraries come with the first file that needs them: a server starts sooner without. */
async function make(root: string, download: Download, recipe: string): Promise<Buffer> {
  if (download.kind === 'poster') {
    const { posterPdf } = await import('./poster/pdf.ts');
    return posterPdf(JSON.parse(recipe) as PosterInput, download.sheet);
  }
  const { packArchive } = await import('./kit/archive.ts');
  return packArchive(JSON.parse(recipe) as ArchivePart[], async (address) => {
    await makeDownload(root, address.slice(1));
    return readFile(join(root, address));
  });
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}
