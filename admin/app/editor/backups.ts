/**
 * Decap keeps a copy of unsaved text in the browser and offers it when the entry is opened again.
 * Loaded over a version that somebody saved meanwhile it would be saved over that version, so each
 * copy remembers the version that it rests on, and one that is out of date is only shown.
 */
import { localForage } from 'decap-cms-lib-util';
import type { OpenEntry } from '../navigation.ts';

export type Version = string | null;

interface Backup {
  raw: string;
  /** Path of the entry's file in the repository. */
  path: string;
  base?: Version;
}

interface Versions {
  /** The version that the open text rests on. */
  opened: (path: string) => Version | undefined;
  /** The version that the server has now. */
  current: (entry: OpenEntry, path: string) => Promise<Version>;
  /** Shows a copy that is out of date to its writer. */
  showOutdated: (backup: Backup) => void;
}

/** Watches over the copies from now on. */
export function guardBackups({ opened, current, showOutdated }: Versions): void {
  const { getItem, setItem } = localForage;
  localForage.setItem = (key, value) => {
    const base = entryOf(key) && opened((value as Backup).path);
    return setItem.call(
      localForage,
      key,
      base === undefined ? value : { ...(value as Backup), base },
    );
  };
  localForage.getItem = async (key) => {
    const value = await getItem.call(localForage, key);
    const entry = entryOf(key);
    const backup = value as Backup | null;
    if (!entry || backup?.base === undefined) return value;
    if ((await current(entry, backup.path)) === backup.base) return value;
    await localForage.removeItem(key);
    showOutdated(backup);
    return null;
  };
}

/** The entry whose copy the key names: `backup.<collection>.<slug>`. */
function entryOf(key: string): OpenEntry | undefined {
  const [, collection, slug] = /^backup\.([^.]+)\.([^.]+)$/.exec(key) ?? [];
  return collection && slug ? { collection, slug } : undefined;
}
