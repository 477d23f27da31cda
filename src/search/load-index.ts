import { createFinder, type Find } from './find.ts';
import { indexFolder } from './index-format.ts';
import { openLexicon, type Lexicon } from './lexicon.ts';

export interface Index {
  lexicon: Lexicon;
  find: Find;
}

/** Opens the index of this site. Rejects when a file of it cannot be had. */
export async function loadIndex(): Promise<Index> {
  const lexicon = await openLexicon(readFile);
  return { lexicon, find: createFinder(lexicon) };
}

async function readFile(path: string): Promise<unknown> {
  const response = await fetch(`/${indexFolder}/${path}`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
