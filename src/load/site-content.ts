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
  /** As it stands in the file, NFC. */
  body: string;
  /** The same as HTML, unless it is compiled. */
  rendered?: { html: string; metadata: Record<string, unknown> };
}

const symbol = Symbol.for('site-content');
const holder = globalThis as { [symbol]?: Map<string, Map<string, unknown>> | undefined };

/** Says what entries a folder has. */
export function setEntries(folder: string, entries: Iterable<[string, unknown]>): void {
  (holder[symbol] ??= new Map()).set(folder, new Map(entries));
}

/** Names of what the entries of a folder are made of, by slug. */
export function digestsIn(folder: string): Map<string, string> {
  const entries = (holder[symbol]?.get(folder) ?? new Map()) as Map<string, StoredEntry>;
  return new Map([...entries].map(([slug, { digest }]) => [slug, digest]));
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
