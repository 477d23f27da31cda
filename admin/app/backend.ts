/** The editorial server as a Decap back end: its sessions, its words, its versions of each file. */
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { EditorialWorkflowError } from 'decap-cms-lib-util';
import { isReadable, pathOf } from '#src/schema/entry-file.ts';
import { allTypes, type ContentType } from '#src/schema/index.ts';
import type { DraftFacts } from '../list/rows.ts';
import type { Somebody } from './editor/account.ts';
import { guardBackups, type Version } from './editor/backups.ts';
import { whenFilled } from './editor/form.ts';
import { showMissing, showUnreadable } from './editor/missing.tsx';
import { showPublished } from './editor/published.tsx';
import { tellNoRoom } from './editor/refused.ts';
import { showOutdated, showStale } from './editor/stale.tsx';
import { untilAnswered } from './editor/unreached.tsx';
import { noteDraft } from './list/drafts.ts';
import { LoginPage, logInAgain } from './login.tsx';
import { openEntry, type OpenEntry } from './navigation.ts';
import { ServerError, get, onSessionEnd, post } from './server.ts';

interface EntryToSave {
  dataFiles: { path: string; slug: string; raw: string }[];
  assets: { path: string; toBase64: () => Promise<string> }[];
}

/** What the server says of a draft, as far as it is used here. */
interface Draft extends DraftFacts {
  collection: string;
  slug: string;
  status: string;
  /** Its last commit. */
  head: string;
}

/** A picture of the library, without its bytes. */
interface ListedPicture {
  /** Name of its content. */
  id: string;
  path: string;
  name: string;
  /** Where the browser finds it. */
  url: string;
}

interface SaveOptions extends Record<string, unknown> {
  collectionName: string;
}

/** Files of new entries whose save got no answer: they may be there, as this form's own. */
const unanswered = new Set<string>();

export class EditorialBackend extends ProxyBackend {
  /**
   * The version of each file when its text was last read, by path. A save names the version it
   * rests on, and the server refuses it when somebody saved in between.
   */
  private readonly versions = new Map<string, Version>();
  /** The commit of each draft as it was last read: approving and publishing name what was seen. */
  private readonly heads = new Map<string, string>();

  constructor(config: unknown, options?: unknown) {
    super(config, options);
    guardBackups({
      opened: (path) => this.versions.get(path),
      current: (entry, path) => this.currentVersion(entry, path),
      whenFilled,
      showOutdated: (backup) => void showOutdated(backup),
      tellNoRoom,
    });
  }

  /** Without this Decap hides authors and preview links. */
  override isGitBackend(): boolean {
    return true;
  }

  authComponent(): typeof LoginPage {
    return LoginPage;
  }

  async authenticate(): Promise<Somebody> {
    const account = (await get('/api/me', { askLogin: false })) as Somebody;
    onSessionEnd(() => logInAgain(account.login));
    return account;
  }

  restoreUser(): Promise<Somebody> {
    return this.authenticate();
  }

  async logout(): Promise<void> {
    await post('/api/logout', {}, { askLogin: false });
  }

  override request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown> {
    return post(this.proxyUrl, { branch: this.branch, ...payload });
  }

  /**
   * Of the closed sets alone, of which previews show all. Decap would else hold every entry of a type
   * for its lists, searches and choices: ours ask the server for what they show.
   */
  override entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown> {
    const isClosed = allTypes.some(
      (type) => type.set === 'closed' && folder === `content/${type.folder}`,
    );
    return isClosed ? super.entriesByFolder(folder, extension, depth) : Promise.resolve([]);
  }

  /** Names with an address each: the browser fetches the pictures that it shows, and keeps them. */
  override async getMedia(mediaFolder = this.mediaFolder): Promise<ListedPicture[]> {
    const pictures = (await this.ask('getMedia', { mediaFolder })) as ListedPicture[];
    return pictures.map((picture) => ({ ...picture, displayURL: picture.url }));
  }

  override async getEntry(path: string): Promise<unknown> {
    const answer = await this.reading(path, () => super.getEntry(path));
    this.remember(answer, path);
    const { version, data } = answer as { version: Version; data: string };
    if (version === null) void tellMissing(path);
    else tellUnreadable(path, data);
    return answer;
  }

  override async unpublishedEntry(place: {
    id?: string;
    collection?: string;
    slug?: string;
  }): Promise<unknown> {
    // Decap would save it a second time under another slug.
    if (isUnanswered(place.collection, place.slug)) throw new EditorialWorkflowError('', true);
    const path = fileOf(place.collection, place.slug);
    const draft = (await this.reading(path, () => super.unpublishedEntry(place))) as Draft;
    const key = `${draft.collection}/${draft.slug}`;
    this.heads.set(key, draft.head);
    noteDraft(key, draft);
    return draft;
  }

  /** A draft's text, whose version is the one a later save rests on. */
  async unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<string> {
    const asked = { collection, slug, path, id };
    const read = () => this.ask('unpublishedEntryDataFile', asked);
    const answer = await this.reading(path, read);
    this.remember(answer, path);
    const { data } = answer as { data: string };
    tellUnreadable(path, data);
    return data;
  }

  /** Saves with the versions that the editor's text is based on; a new file has none (`null`). */
  async persistEntry(entry: EntryToSave, options: SaveOptions): Promise<unknown> {
    const assets = await Promise.all(
      entry.assets.map(async (asset) => ({
        path: asset.path,
        content: await asset.toBase64(),
        encoding: 'base64',
      })),
    );
    const [file] = entry.dataFiles;
    if (!file) throw new Error('Nothing to save.');
    const { path, slug, raw } = file;
    const base = { [path]: this.versions.get(path) ?? null };
    const status = options.status ?? this.options.initialWorkflowStatus;
    try {
      const answer = await this.ask('persistEntry', {
        dataFiles: entry.dataFiles,
        assets,
        base,
        options: { ...options, status },
      });
      this.remember(answer, path);
      unanswered.delete(path);
      // What comes now is more than what was read.
      this.heads.delete(`${options.collectionName}/${slug}`);
      return answer;
    } catch (error) {
      const isLost = error instanceof ServerError && error.status === 0;
      if (isLost && base[path] === null) unanswered.add(path);
      if (!(error instanceof ServerError) || error.code !== 'stale') throw error;
      void showStale(error, { path, raw });
      throw new ServerError('người khác đã lưu trước. Cả hai bản còn nguyên.', error.status);
    }
  }

  async updateUnpublishedEntryStatus(
    collection: string,
    slug: string,
    newStatus: string,
  ): Promise<void> {
    const key = `${collection}/${slug}`;
    const head = this.heads.get(key);
    await this.ask('updateUnpublishedEntryStatus', { collection, slug, newStatus, head });
    const draft = (await this.ask('unpublishedEntry', { collection, slug })) as Draft;
    // An edit by somebody else in this moment would have sent it back to review: still unseen.
    if (draft.status === newStatus) this.heads.set(key, draft.head);
  }

  async publishUnpublishedEntry(collection: string, slug: string): Promise<void> {
    const head = this.heads.get(`${collection}/${slug}`);
    const answer = await this.ask('publishUnpublishedEntry', { collection, slug, head });
    void showPublished((answer as { url: string }).url);
  }

  /** The version of a file in the entry's draft, else on the site. */
  private async currentVersion(entry: OpenEntry, path: string): Promise<Version> {
    const answer = await this.ask('unpublishedEntryDataFile', { ...entry, path }).catch(
      (error: unknown) => {
        if (error instanceof ServerError && error.status === 404) return super.getEntry(path);
        throw error;
      },
    );
    return (answer as { version: Version }).version;
  }

  /**
   * Reads on when nobody answers, where the form shows the entry, or will: what a first save has made. Decap also asks
   * whether a name is free.
   */
  private reading<Read>(path: string | undefined, read: () => Promise<Read>): Promise<Read> {
    const isForForm = path !== undefined && (openAt(path) || this.versions.has(path));
    return isForForm ? untilAnswered(read) : read();
  }

  private ask(action: string, params: Record<string, unknown>): Promise<unknown> {
    return this.request({ action, params: { branch: this.branch, ...params } });
  }

  private remember(answer: unknown, path: string): void {
    const { version } = answer as { version?: Version };
    if (version !== undefined) this.versions.set(path, version);
  }
}

/** Decap also asks for files that are just being made: only an open form without any text is told. */
async function tellMissing(path: string): Promise<void> {
  const open = openAt(path);
  if (open && !(await isTaken(open.type.name, open.slug))) await showMissing(open.type, open.slug);
}

/** Of a draft whose front matter cannot be read Decap shows an empty form, which a save would put in its place. */
function tellUnreadable(path: string, text: string): void {
  const open = openAt(path);
  if (open && !isReadable(path, text)) void showUnreadable(open.type, open.slug);
}

/** The entry in the form, when this is its file. */
function openAt(path: string): { type: ContentType; slug: string } | undefined {
  const open = openEntry();
  const type = allTypes.find(({ name }) => name === open?.collection);
  return open && type && path === pathOf(type, open.slug) ? { type, slug: open.slug } : undefined;
}

/** Whether it is a new entry whose save got no answer; the next save is then the same once more. */
function isUnanswered(collection: string | undefined, slug: string | undefined): boolean {
  const path = fileOf(collection, slug);
  return path !== undefined && unanswered.has(path);
}

/** The path of an entry's file in the repository; `undefined` for what is no entry. */
function fileOf(collection: string | undefined, slug: string | undefined): string | undefined {
  const type = allTypes.find(({ name }) => name === collection);
  return type && slug !== undefined ? pathOf(type, slug) : undefined;
}

/** Whether an entry or a draft of that collection already has the slug, other than the one in the form. */
export async function isTaken(collection: string, slug: string): Promise<boolean> {
  const type = allTypes.find(({ name }) => name === collection);
  if (!type) throw new Error(`No content type is named “${collection}”.`);
  if (isUnanswered(collection, slug)) return false;
  const ask = (action: string, params: object) =>
    post('/api/v1', { action, params: { branch: 'main', ...params } });
  const { version } = (await ask('getEntry', { path: pathOf(type, slug) })) as {
    version: string | null;
  };
  if (version !== null) return true;
  return ask('unpublishedEntry', { collection, slug }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ServerError && error.status === 404) return false;
      throw error;
    },
  );
}
