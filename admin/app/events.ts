/** What happens to an entry before it is sent to the server. */
import type { CMS } from 'decap-cms-core';
import type { Collection, Map } from 'immutable';
import { noteFirstSave } from './navigation.ts';
import { slugField } from './slug-field.ts';
import { slugOf } from './slug.ts';

/** Whether an entry or a draft of that collection already has the slug. */
export type IsTaken = (collection: string, slug: string) => Promise<boolean>;

interface EventOptions {
  isTaken: IsTaken;
  /** Called before a new entry is saved for the first time. */
  onFirstSave: () => void;
}

/**
 * Every text in NFC: a title typed on a Mac would else give a broken slug. A new entry gets its
 * slug, and is not saved under one that another entry has.
 */
export function registerEvents(cms: CMS, { isTaken, onFirstSave }: EventOptions): void {
  cms.registerEventListener({
    name: 'preSave',
    handler: async ({ entry }) => {
      const data = normalize(entry.get('data')) as Map<string, unknown>;
      if (!entry.get('newRecord')) return data;
      const slug = slugOf(data);
      if (await isTaken(String(entry.get('collection')), slug)) {
        throw new TakenSlug(`Đã có mục mang mã “${slug}”. Hãy sửa ô “Mã (địa chỉ)” rồi lưu lại.`);
      }
      onFirstSave();
      noteFirstSave({ collection: String(entry.get('collection')), slug });
      return data.set(slugField, slug);
    },
  });
}

class TakenSlug extends Error {
  /** Empty: Decap prints an error as “name: message”. */
  override name = '';
}

/** The same value with every text in it in NFC. */
export function normalize(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (isCollection(value)) return value.map(normalize);
  return value;
}

function isCollection(value: unknown): value is Collection<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'toJS' in value && 'map' in value;
}
