/**
 * The archive of a share kit. A build writes its recipe; who serves the site packs the archive when
 * somebody asks for it, and a build for a plain web server packs all (`src/integrations/archives.ts`):
 * an archive holds again what stands on the site, which is more than half of a site's bytes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** A file of an archive: one of the site, by its address, or a text of its own. */
export type ArchivePart = { name: string } & ({ address: string } | { text: string });

/** The file with the recipe of an archive, beside where the archive would stand. */
export function recipeOf(zip: string): string {
  return zip.replace(/\.zip$/, '.recipe.json');
}

/** The archive at a path of the site in `root`; `undefined` when there is no recipe for it. */
export async function packArchive(root: string, zip: string): Promise<Buffer | undefined> {
  let recipe: string;
  try {
    recipe = await readFile(join(root, recipeOf(zip)), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
  const files: Zippable = {};
  for (const part of JSON.parse(recipe) as ArchivePart[]) {
    files[part.name] =
      'text' in part ? Buffer.from(part.text) : await readFile(join(root, part.address));
  }
  // Pictures and PDFs are compressed already; ZIP's first day, so that no clock changes the bytes.
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) }));
}
