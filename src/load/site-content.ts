/**
 * The entries of a build, by folder and slug. Pages find them by their symbol, not in their bundle: the same code
 * then serves other content (`src/integrations/kept-code.ts`).
 */

/** An entry as Astro's store holds it. */
export interface StoredEntry<D = Record<string, unknown>> {
  id: string;
  data: D;
  filePath: string;
  digest: string;
  /** The body, unless it is compiled. */
  rendered?: { html: string; metadata: Record<string, unknown> };
}

const symbol = Symbol.for('site-content');
const holder = globalThis as { [symbol]?: Map<string, Map<string, unknown>> | undefined };

/** Says what entries a folder has. */
export function setEntries(folder: string, entries: Iterable<[string, unknown]>): void {
  (holder[symbol] ??= new Map()).set(folder, new Map(entries));
}

/** For Vite: in a build, Astro's module of all entries takes them from there. */
export function contentIsNoCode() {
  return {
    name: 'content-is-no-code',
    apply: 'build' as const,
    transform: {
      filter: { id: /^\0astro:data-layer-content$/ },
      handler: () => ({
        code: "export default globalThis[Symbol.for('site-content')];",
        map: null,
      }),
    },
  };
}
