/**
 * Decap keeps a copy of unsaved text in the browser and offers it when the entry is opened again.
 * Loaded over a version that somebody saved meanwhile it would be saved over that version, so each
 * copy remembers the version that it rests on, and one that is out of date is only shown.
 *
 * Decap asks for the copy while it still fills the form: it would fill it over the copy, and two
 * seconds later keep that in the copy's place. So it gets the copy when the form is filled.
 */
import { localForage } from 'decap-cms-lib-util';
import type { OpenEntry, OpenForm } from '../navigation.ts';

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
  /** When the form is filled; with `false` when its editor has left it before. */
  whenFilled: (form: OpenForm) => Promise<boolean>;
  /** Shows a copy that is out of date to its writer. */
  showOutdated: (backup: Backup) => void;
  /** The browser keeps no copy: it is full, or keeps nothing at all. */
  tellNoRoom: () => void;
}

/** Watches over the copies from now on. */
export function guardBackups(versions: Versions): void {
  const { opened, current, whenFilled, showOutdated, tellNoRoom } = versions;
  const { getItem, setItem } = localForage;
  localForage.setItem = (key, value) => {
    const isOfEntry = formOf(key)?.slug !== undefined;
    const base = isOfEntry ? opened((value as Backup).path) : undefined;
    const kept = base === undefined ? value : { ...(value as Backup), base };
    return setItem.call(localForage, key, kept).catch((cause: unknown) => {
      tellNoRoom();
      throw cause;
    });
  };
  localForage.getItem = async (key) => {
    const value = await getItem.call(localForage, key);
    const form = formOf(key);
    const backup = value as Backup | null;
    if (!form || !backup) return value;
    if (!(await whenFilled(form))) return null;
    const { collection, slug } = form;
    if (slug === undefined || backup.base === undefined) return value;
    if ((await current({ collection, slug }, backup.path)) === backup.base) return value;
    await localForage.removeItem(key);
    showOutdated(backup);
    return null;
  };
}

/** The form whose copy the key names: `backup.<collection>.<slug>`, or `backup.<collection>`. */
function formOf(key: string): OpenForm | undefined {
  const [, collection, slug] = /^backup\.([^.]+)(?:\.([^.]+))?$/.exec(key) ?? [];
  return collection ? { collection, ...(slug && { slug }) } : undefined;
}
