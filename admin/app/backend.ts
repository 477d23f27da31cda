/** The editorial server as a Decap back end: its sessions, its words, its versions of each file. */
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { LoginPage } from './login.tsx';
import { get, post } from './server.ts';

export interface Account {
  login: string;
  name: string;
  role: 'editor' | 'approver' | 'admin';
}

interface EntryToSave {
  dataFiles: { path: string }[];
  assets: { path: string; toBase64: () => Promise<string> }[];
}

export class EditorialBackend extends ProxyBackend {
  /**
   * The version of each file when its text was last read, by path. A save names the version it
   * rests on, and the server refuses it when somebody saved in between.
   */
  private readonly versions = new Map<string, string | null>();

  /** Without this Decap hides authors and preview links. */
  override isGitBackend(): boolean {
    return true;
  }

  authComponent(): typeof LoginPage {
    return LoginPage;
  }

  async authenticate(): Promise<Account> {
    const account = (await get('/api/me')) as Account;
    // The stylesheet hides what the server would refuse to this role.
    document.documentElement.dataset.role = account.role;
    return account;
  }

  restoreUser(): Promise<Account> {
    return this.authenticate();
  }

  async logout(): Promise<void> {
    await post('/api/logout', {});
  }

  override request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown> {
    return post(this.proxyUrl, { branch: this.branch, ...payload });
  }

  override async getEntry(path: string): Promise<unknown> {
    const answer = await super.getEntry(path);
    this.remember(answer, path);
    return answer;
  }

  /** A draft's text, whose version is the one a later save rests on. */
  async unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<string> {
    const answer = await this.request({
      action: 'unpublishedEntryDataFile',
      params: { branch: this.branch, collection, slug, path, id },
    });
    this.remember(answer, path);
    return (answer as { data: string }).data;
  }

  /** Saves with the versions that the editor's text is based on; a new file has none (`null`). */
  async persistEntry(entry: EntryToSave, options: Record<string, unknown>): Promise<unknown> {
    const assets = await Promise.all(
      entry.assets.map(async (asset) => ({
        path: asset.path,
        content: await asset.toBase64(),
        encoding: 'base64',
      })),
    );
    const base = Object.fromEntries(
      entry.dataFiles.map(({ path }) => [path, this.versions.get(path) ?? null]),
    );
    const answer = await this.request({
      action: 'persistEntry',
      params: {
        branch: this.branch,
        dataFiles: entry.dataFiles,
        assets,
        base,
        options: { ...options, status: options.status ?? this.options.initialWorkflowStatus },
      },
    });
    for (const { path } of entry.dataFiles) this.remember(answer, path);
    return answer;
  }

  private remember(answer: unknown, path: string): void {
    const { version } = answer as { version?: string | null };
    if (version !== undefined) this.versions.set(path, version);
  }
}
