/** Leaving a text behind on purpose. */
import { localForage } from 'decap-cms-lib-util';
import { openEntry, reloadWithoutAsking } from '../navigation.ts';

/**
 * Loads the page anew with what the server has now. The copy that Decap keeps in the browser goes:
 * restored over a newer version it would be saved over it.
 */
export async function leaveWithoutAsking(): Promise<void> {
  const entry = openEntry();
  if (entry) await localForage.removeItem(`backup.${entry.collection}.${entry.slug}`);
  reloadWithoutAsking();
}
