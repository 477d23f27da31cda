/** Previews: the builds, the links for people without an account, and who sees what. */
import { join } from 'node:path';
import type { Draft, Drafts } from '../workflow/drafts.ts';
import { PreviewBuilds, type Preview, type PreviewOptions } from './preview-builds.ts';
import { PreviewLinks } from './preview-links.ts';

export class Previews {
  readonly links: PreviewLinks;
  readonly builds: PreviewBuilds;
  readonly #drafts: Drafts;

  constructor(drafts: Drafts, options: Omit<PreviewOptions, 'git'>) {
    this.#drafts = drafts;
    this.links = new PreviewLinks(join(options.dataDir, 'previews.json'));
    this.builds = new PreviewBuilds({ ...options, git: drafts.git });
  }

  /** The preview of an entry's draft as it is now, for somebody who waits for it; `undefined` when there is no draft. */
  async of(collection: string, slug: string): Promise<Preview | undefined> {
    const draft = await this.#drafts.find(collection, slug);
    return draft && this.builds.ask(await this.#drafts.main(), draft);
  }

  /** Has the preview of a draft made, so that it is there when somebody comes to it. */
  async makeAhead(draft: Draft): Promise<void> {
    this.builds.makeAhead(await this.#drafts.main(), draft);
  }
}

/** Where somebody who is logged in sees the real page of an entry's draft. */
export function previewAddress(collection: string, slug: string): string {
  return `/xem-truoc/muc/${collection}/${slug}/`;
}

/** Where somebody who is logged in sees the share kit that comes with an entry's draft. */
export function kitPreviewAddress(collection: string, slug: string): string {
  return `${previewAddress(collection, slug)}bo-chia-se/`;
}

/** Where somebody with the token of a link sees it. */
export function linkAddress(token: string): string {
  return `/xem-truoc/chia-se/${token}/`;
}
