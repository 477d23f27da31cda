/** Entries that note what is read of them (`src/page-reads.ts`). */
import { digestName, noteSaid } from '#src/page-reads.ts';
import type { AnyEntry } from './entry.ts';

/** What an entry's reads ask for: a field of its data, all of it, or something else that it has. */
export type Part = `data.${string}` | 'data' | (typeof others)[number];

const others = ['syllables', 'content', 'blocks', 'recording'] as const;

/** What a part of an entry is now. */
export function partOf(entry: AnyEntry, part: Part): unknown {
  if (part === 'data') return entry.data;
  if (part.startsWith('data.')) return (entry.data as Record<string, unknown>)[part.slice(5)];
  return (entry as unknown as Record<string, unknown>)[part];
}

/**
 * The entry (`type/slug`) whose file alone says what a read comes to; nothing for reads that follow from more. While such
 * a file is the same, nobody need ask.
 */
export function fileOfRead(read: string): string | undefined {
  const [, type, slug] = /^\["(?:entry|body)","([^"]+)","([^"]+)"/.exec(read) ?? [];
  // What an infographic shows follows from what it names, too.
  if (type === undefined || read.endsWith(',"content"]')) return undefined;
  return `${type}/${slug}`;
}

/**
 * The same entry, of which every read is noted: of its data by field. What it is called and where it
 * stands are no reads: who has an entry was given that.
 */
export function tracked(entry: AnyEntry): AnyEntry {
  const { type, slug, address } = entry;
  const said = JSON.stringify(['entry', type, slug]).slice(0, -1);
  // A page of a list reads thousands: the name of a part needs no escape.
  const read = (part: Part) => noteSaid('entry', () => `${said},"${part}"]`);
  const readField = (field: string | symbol) => {
    if (typeof field === 'string') read(`data.${field}`);
  };
  const data = new Proxy(entry.data, {
    get: (target, field) => {
      readField(field);
      return Reflect.get(target, field) as unknown;
    },
    has: (target, field) => {
      readField(field);
      return Reflect.has(target, field);
    },
    getOwnPropertyDescriptor: (target, field) => {
      readField(field);
      return Reflect.getOwnPropertyDescriptor(target, field);
    },
    ownKeys: (target) => {
      read('data');
      return Reflect.ownKeys(target);
    },
  });
  const parts = others.filter((part) => part in entry);
  const getters = parts.map((part) => {
    const get = () => {
      read(part);
      return partOf(entry, part);
    };
    return [part, { get, enumerable: true }] as const;
  });
  return Object.defineProperties({ type, slug, address, data } as AnyEntry, {
    [digestName]: { value: `${type}/${slug}` },
    ...Object.fromEntries(getters),
  });
}
