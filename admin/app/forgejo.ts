/** Decap's back end for Forgejo, which looks at the host before it saves. */
import { ForgejoBackend, type EntryToSave, type SaveOptions } from 'decap-cms-backend-forgejo';
import { branchFromContentKey } from 'decap-cms-lib-util';
import { guardBackups } from './editor/backups.ts';
import { whenFilled } from './editor/form.ts';
import { tellNoRoom } from './editor/refused.ts';
import { showOutdated } from './editor/stale.tsx';
import { ForgejoDrafts } from './forgejo-drafts.ts';

export class CarefulForgejo extends ForgejoBackend {
  /** From the login on: before it nothing is read. */
  private drafts!: ForgejoDrafts;

  override async authenticate(state: { token: string }): Promise<unknown> {
    const user = await super.authenticate(state);
    this.drafts = new ForgejoDrafts(this.api, this.branch);
    // Here, once: Decap makes several back ends, and works with the one that is logged in.
    guardBackups({
      opened: (path) => this.drafts.opened(path),
      current: ({ collection, slug }, path) =>
        this.drafts.current(this.branchOf(collection, slug), path),
      whenFilled,
      showOutdated: (backup) => void showOutdated(backup),
      tellNoRoom,
    });
    return user;
  }

  override getEntry(path: string): Promise<unknown> {
    return this.drafts.reading(this.branch, path, () => super.getEntry(path));
  }

  override unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<string> {
    const read = () => super.unpublishedEntryDataFile(collection, slug, path, id);
    return this.drafts.reading(this.branchOf(collection, slug), path, read);
  }

  /** Throws when somebody else saved the draft after it was opened: the text stays in the form. */
  override async persistEntry(entry: EntryToSave, options: SaveOptions): Promise<void> {
    const [file] = entry.dataFiles;
    if (!file) throw new Error('Nothing to save.');
    const branch = this.branchOf(options.collectionName, file.slug);
    await this.drafts.saving(branch, file.path, () => super.persistEntry(entry, options));
  }

  private branchOf(collection: string, slug: string): string {
    return branchFromContentKey(this.api.generateContentKey(collection, slug));
  }
}
