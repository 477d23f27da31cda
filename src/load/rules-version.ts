import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/**
 * A digest of the schema's own code: when a rule changes, entries that were accepted under the old
 * rules are read again, although their files did not change.
 */
export async function rulesVersion(root: URL): Promise<string> {
  const folder = new URL('src/schema/', root);
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) {
    hash.update(await readFile(new URL(name, folder)));
  }
  return hash.digest('hex');
}
