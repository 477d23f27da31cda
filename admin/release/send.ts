/** Sends a finished site to one place. */
import type { Sent, Site } from './files.ts';
import { sendToFolder } from './folder.ts';
import { sendOverSsh } from './ssh.ts';
import type { Target } from './target.ts';

export interface SendOptions {
  /** Only says what would be done. */
  dryRun: boolean;
  now: Date;
  /** Holds the keys of buckets and the remote shell (`RSYNC_RSH`). */
  env: NodeJS.ProcessEnv;
}

/** Until it has ended well the place serves what it served before; in a bucket, old and new files. */
export async function send(site: Site, target: Target, options: SendOptions): Promise<Sent> {
  switch (target.kind) {
    case 'folder':
      return sendToFolder(site, target, options);
    case 'ssh':
      return sendOverSsh(site, target, options);
    case 'bucket': {
      // The client of buckets is large, and few need it.
      const { sendToBucket } = await import('./bucket.ts');
      return sendToBucket(site, target, options);
    }
  }
}
