/** What a site lacks for a place that only serves files; kept apart from the drawing of it, which is heavy. */
import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { madeFrom, recipes } from '#src/model/downloads.ts';

/** Paths of what the site in `root` has recipes for and lacks, posters before archives that hold them. */
export async function missingDownloads(root: string): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of recipes) {
    for await (const recipe of glob(pattern, { cwd: root })) paths.push(...madeFrom(recipe));
  }
  return paths.filter((path) => !existsSync(join(root, path)));
}
