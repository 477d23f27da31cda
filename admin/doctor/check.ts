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

/** What an installation may be without: a data folder that this process can read, a public site … */
export type Need = 'data' | 'site' | 'backups' | 'mail';

export interface Check {
  name: string;
  /** Left out where that is not there. */
  needs?: Need;
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

/** Why a request was not answered: `fetch` says it in the cause. */
export function reasonOf(error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}
