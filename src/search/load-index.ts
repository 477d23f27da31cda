import { createFinder, type Find } from './find.ts';
import { indexFolder } from './index-format.ts';
import { openLexicon, type Lexicon } from './lexicon.ts';

export interface Index {
  lexicon: Lexicon;
  find: Find;
}

let opened: Promise<Index> | undefined;

/**
 * Works with the index of this site, which is opened once. Where a file of it is gone, the site was
 * published meanwhile: it is opened anew, and the work done again. Rejects when that fails too.
 */
export async function withIndex<T>(work: (index: Index) => Promise<T>): Promise<T> {
  const known = opened;
  if (known) {
    try {
      return await work(await known);
    } catch (error) {
      // eslint-disable-next-line no-console -- the second try decides what the reader sees
      console.warn(error);
      if (opened === known) opened = undefined;
    }
  }
  const fresh = (opened ??= loadIndex());
  fresh.catch(() => {
    if (opened === fresh) opened = undefined;
  });
  return work(await fresh);
}

async function loadIndex(): Promise<Index> {
  const lexicon = await openLexicon(readFile);
  return { lexicon, find: createFinder(lexicon) };
}

async function readFile(path: string): Promise<unknown> {
  const response = await fetch(`/${indexFolder}/${path}`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
