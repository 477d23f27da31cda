import type { PagefindModule } from './engine.ts';
import { loadMembers, type Facets, type Members } from './facets.ts';
import { createFinder, type Find } from './find.ts';

const moduleAddress = '/pagefind/pagefind.js';

export interface Index {
  find: Find;
  members: Members;
}

/**
 * Pagefind over the index of this site, and the pages behind each value of the facets. Pagefind
 * works in the page itself: a worker would be a second download of the same size, and a search takes
 * some milliseconds. Rejects where the browser cannot run it (Chrome before 96 lacks WebAssembly's
 * reference types).
 */
export async function loadIndex(facets: Facets): Promise<Index> {
  const pagefind = (await import(/* @vite-ignore */ moduleAddress)) as PagefindModule;
  const engine = pagefind.createInstance({ baseUrl: '/', noWorker: true });
  return { find: createFinder(engine), members: await loadMembers(engine, facets) };
}
