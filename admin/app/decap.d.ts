declare module '*.css';
declare module '*.css?inline' {
  const text: string;
  export default text;
}

declare module '*.wasm?url' {
  const address: string;
  export default address;
}

/** What this app uses of libheif: its own types are those of the C functions below. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  export interface HeifImage {
    is_primary(): boolean;
    /** In pixels, of the picture upright. */
    get_width(): number;
    get_height(): number;
    /** Fills in the pixels and calls back with them, or with `null` when it cannot. */
    display(into: ImageData, callback: (filled: ImageData | null) => void): void;
  }
  interface Library {
    /** Reads a file; no image when it is none. */
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  }
  export default function load(options: { wasmBinary: ArrayBuffer }): Promise<Library>;
}

/** What this app uses of packages of Decap that bring no types of their own. */
declare module 'decap-cms-backend-proxy' {
  /** Speaks Decap's proxy protocol: one POST per action. */
  export class ProxyBackend {
    constructor(config: unknown, options?: unknown);
    proxyUrl: string;
    branch: string;
    mediaFolder: string;
    options: { initialWorkflowStatus?: string };
    isGitBackend(): boolean;
    entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown>;
    getMedia(mediaFolder?: string): Promise<unknown>;
    getEntry(path: string): Promise<unknown>;
    unpublishedEntry(place: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
    request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown>;
  }
}

/** The store in the browser where Decap keeps copies of texts that are not saved. */
declare module 'decap-cms-lib-util' {
  export const localForage: {
    getItem: (key: string) => Promise<unknown>;
    setItem: (key: string, value: unknown) => Promise<unknown>;
    removeItem: (key: string) => Promise<void>;
  };
  /** With `notUnderEditorialWorkflow`: there is no such draft. */
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
  /** The branch of a draft, such as `cms/article/x`. */
  export function branchFromContentKey(contentKey: string): string;
}

declare module 'decap-cms-core/dist/esm/redux/index.js' {
  interface Entry {
    get: ((name: 'collection' | 'slug' | 'newRecord') => unknown) &
      ((name: 'data') => { get: (name: string) => unknown } | undefined) &
      ((name: 'mediaFiles') => { toJS: () => unknown[] } | undefined);
  }
  interface State {
    /** What the form shows. */
    entryDraft: {
      get: ((name: 'entry') => Entry | undefined) &
        /** What is wrong, by the id of the field's input. */
        ((name: 'fieldsErrors') => import('immutable').Map<string, unknown[]> | undefined);
    };
    mediaLibrary: { get: (name: 'files') => readonly { name: string }[] | undefined };
  }
  export const store: {
    getState: () => State;
    /** Calls back after every change, until the function that it returns is called. */
    subscribe: (listener: () => void) => () => void;
    dispatch: (action: { type: string }) => unknown;
  };
}

declare module 'decap-cms-core/dist/esm/actions/notifications.js' {
  export interface Notification {
    /** Words, or the key of a phrase with its values. */
    message: string | { key: string; [value: string]: unknown };
    type: 'error' | 'warning' | 'success';
    /** Milliseconds. */
    dismissAfter?: number;
  }
  export function addNotification(notification: Notification): { type: string };
  export function dismissNotification(id: string): { type: string };
}

declare module 'decap-cms-core/dist/esm/actions/entries.js' {
  /** Has the back end list a collection, in the order that was chosen last or that its configuration names. */
  export function loadEntries(collection: import('immutable').Map<string, unknown>): never;
}

declare module 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesCollection.js' {
  const EntriesCollection: import('react').ComponentType<{
    collection: import('immutable').Map<string, unknown>;
  }>;
  export default EntriesCollection;
}

declare module 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesSearch.js' {
  const EntriesSearch: import('react').ComponentType<{ searchTerm: string }>;
  export default EntriesSearch;
}

declare module 'react-polyglot' {
  /** The phrase for a key, with its values filled in. */
  export function useTranslate(): (key: string, values?: object) => string;
}

declare module 'decap-cms-core/dist/esm/formats/frontmatter.js' {
  /** Reads and writes a file with YAML front matter. */
  export function frontmatterYAML(): {
    fromFile: (text: string) => unknown;
    toFile: (data: Record<string, unknown>, keys: string[], comments: unknown) => string;
  };
}

declare module 'decap-cms-locales/dist/esm/*/index.js' {
  const phrases: import('./phrases.ts').Phrases;
  export default phrases;
}

interface DecapWidgetPackage {
  Widget: () => { name: string; controlComponent: unknown };
}
declare module 'decap-cms-widget-boolean' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-datetime' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-image' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-list' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-number' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-object' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-relation' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-select' {
  const widget: DecapWidgetPackage;
  export default widget;
}
