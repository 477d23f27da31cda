/** The part of Pagefind's browser module that is used, with the names that it gives. */

export interface Fragment {
  url: string;
  /** The address as indexed, before Pagefind adds the address of its own folder. */
  raw_url?: string;
  /** Text of the page in the form of the index. */
  content: string;
  meta: Record<string, string | undefined>;
  /** HTML with the words found in `mark`; everything else escaped. */
  excerpt: string;
}

export interface Hit {
  id: string;
  data(): Promise<Fragment>;
}

export interface SearchOptions {
  filters?: Record<string, string | string[]>;
}

export interface Engine {
  /** Holds for the searches that begin after it: marks must be as in the term. */
  options(options: { exactDiacritics: boolean }): Promise<void>;
  /** A term in double quotes is found as a phrase; `null` finds every page that the filters let through. */
  search(term: string | null, options?: SearchOptions): Promise<{ results: Hit[] }>;
}

export interface PagefindModule {
  createInstance(options: {
    basePath?: string;
    baseUrl?: string;
    excerptLength?: number;
    noWorker?: boolean;
  }): Engine;
}
