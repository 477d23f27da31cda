/** Decap's back ends for git hosts bring no types: here is as much as is used. */
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: unknown;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: unknown;
}
declare module 'decap-cms-backend-forgejo' {
  import type { ForgejoApi } from '#admin/app/forgejo-drafts.ts';

  export interface EntryToSave {
    dataFiles: { path: string; slug: string; raw: string }[];
    assets: unknown[];
  }

  export interface SaveOptions extends Record<string, unknown> {
    collectionName: string;
  }

  export class ForgejoBackend {
    constructor(config: unknown, options?: unknown);
    /** The branch of what is published. */
    branch: string;
    api: ForgejoApi & { generateContentKey: (collection: string, slug: string) => string };
    authenticate(state: { token: string }): Promise<unknown>;
    getEntry(path: string): Promise<unknown>;
    unpublishedEntryDataFile(
      collection: string,
      slug: string,
      path: string,
      id: string,
    ): Promise<string>;
    persistEntry(entry: EntryToSave, options: SaveOptions): Promise<void>;
  }
}
