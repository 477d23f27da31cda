/** Who may read what in the data folder. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';

/** Drafts, audit and what is not published yet are the server's own. */
const own = ['repository.git', 'build', 'preview-build', 'recordings', 'audit', 'notices'];

/**
 * Lets the web server in front, another user, come to the releases and read them; nothing else in the
 * folder is anyone's but the server's.
 */
export async function setDataAccess(dataDir: string): Promise<void> {
  for (const name of own) await chmod(join(dataDir, name), 0o700).catch(nothingThere);
  await chmod(join(dataDir, 'releases'), 0o755);
  await chmod(dataDir, 0o711);
}

function nothingThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
