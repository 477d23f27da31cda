/** Files that are made when somebody asks for them, and where a build writes what they are made of. */
import { posterPapers, posterSheets, posterPdf, type PosterSheet } from './share-kit.ts';

const poster = new RegExp(`^(in/[^/]+/.+)-(${posterPapers.join('|')})(-den-trang)?\\.pdf$`);
const archive = /^(chia-se\/[^/]+\/bo-chia-se)\.zip$/;

/** Where the recipes of a site stand, as patterns of paths. */
export const recipes = ['in/*/*.recipe.json', 'chia-se/*/*.recipe.json'] as const;

export type Download =
  { kind: 'poster'; recipe: string; sheet: PosterSheet } | { kind: 'archive'; recipe: string };

/** What stands at a path of the site (without the first slash), when it is made on request. */
export function downloadAt(path: string): Download | undefined {
  const [, entry, paper, plain] = poster.exec(path) ?? [];
  if (entry !== undefined) {
    const sheet = { paper: paper as PosterSheet['paper'], plain: plain !== undefined };
    return { kind: 'poster', recipe: `${entry}.recipe.json`, sheet };
  }
  const [, kit] = archive.exec(path) ?? [];
  return kit === undefined ? undefined : { kind: 'archive', recipe: `${kit}.recipe.json` };
}

/** Whether a recipe stands at a path. */
export function isRecipe(path: string): boolean {
  return /^(?:in|chia-se)\/[^/]+\/.+\.recipe\.json$/.test(path);
}

/** The paths that are made from the recipe at a path. */
export function madeFrom(recipe: string): string[] {
  const stem = recipe.replace(/\.recipe\.json$/, '');
  return stem.startsWith('in/')
    ? posterSheets.map((sheet) => posterPdf(stem, sheet))
    : [`${stem}.zip`];
}
