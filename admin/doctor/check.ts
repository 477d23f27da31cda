/** What a check of the doctor is. */
import type { NoticeSettings } from '../server/notices/settings.ts';

export interface Installation {
  dataDir: string;
  /** Port of the editorial server on loopback. */
  port: number;
  /** Public address; none on a machine of one's own. */
  siteUrl?: string | undefined;
  trustsProxy: boolean;
  /** Folder of the backups; not looked at when absent. */
  backupDir?: string | undefined;
  /** Mail and web hook. */
  notices: NoticeSettings;
  now: Date;
}

export interface Check {
  name: string;
  /** Looks into the data folder, so only where that can be read. */
  readsData?: true;
  /** Returns what was found; throws `Ill` when it has to be mended. */
  look: (installation: Installation) => Promise<string>;
}

export class Ill extends Error {
  readonly remedy: string;

  constructor(found: string, remedy: string) {
    super(found);
    this.remedy = remedy;
  }
}
