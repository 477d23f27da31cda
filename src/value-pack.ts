/**
 * Many small values in one file: of ten thousand entries a build takes several each, and to open a file for each takes
 * longer than all that is done with them. A pack is a shortcut alone: what it lacks is read or made as without it.
 */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { notedEvery } from './build-cache.ts';

/** What stands before the values in a file. */
interface Head {
  /** When all that is in it was last taken from where it is kept for longer, in milliseconds. */
  since: number;
  names: string[];
  /** By name, where its value ends, counted from the first. */
  ends: Uint32Array;
}

/** Bytes of the number that says how long the head is. */
const lengthBytes = 4;

/** The values that one build leaves to the next, by names that follow from all that a value is made of. */
export class ValuePack<T> {
  readonly #file: string;
  #since = Date.now();
  readonly #before = new Map<string, Uint8Array>();
  readonly #now = new Map<string, Uint8Array>();

  /**
   * Takes up what a file holds; nothing when it is not there or broken. After a day it is not taken up either, so that
   * the day of use is noted where its values are kept (`build-cache.ts`).
   */
  constructor(file: string) {
    this.#file = file;
    try {
      const bytes = readFileSync(file);
      const start = lengthBytes + bytes.readUInt32LE();
      const { since, names, ends } = deserialize(bytes.subarray(lengthBytes, start)) as Head;
      // It was not written to its end.
      if (start + (ends.at(-1) ?? 0) !== bytes.length) return;
      if (Date.now() - since > notedEvery) return;
      this.#since = since;
      for (const [at, name] of names.entries()) {
        this.#before.set(name, bytes.subarray(start + (ends[at - 1] ?? 0), start + ends[at]!));
      }
    } catch {
      this.#before.clear();
    }
  }

  /** The value of this name, if it is known. It is left to the next build, too. */
  get(name: string): T | undefined {
    const bytes = this.#before.get(name);
    if (!bytes) return undefined;
    this.#now.set(name, bytes);
    return deserialize(bytes) as T;
  }

  /** Leaves a value to the next build. */
  set(name: string, value: T): void {
    this.#now.set(name, serialize(value));
  }

  /** Writes what was asked for and set; nothing when the file holds just that. */
  leave(): void {
    const names = [...this.#now.keys()];
    const isSame =
      names.length === this.#before.size && names.every((name) => this.#before.has(name));
    if (isSame) return;
    let end = 0;
    const ends = Uint32Array.from(this.#now.values(), ({ length }) => (end += length));
    const head = serialize({ since: this.#since, names, ends } satisfies Head);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32LE(head.length);
    mkdirSync(dirname(this.#file), { recursive: true });
    // Whoever reads meanwhile has the one before.
    const unfinished = `${this.#file}.${process.pid}`;
    const out = openSync(unfinished, 'w');
    try {
      for (const piece of joined([length, head, ...this.#now.values()])) writeFileSync(out, piece);
    } finally {
      closeSync(out);
    }
    renameSync(unfinished, this.#file);
  }
}

/** The same bytes in fewer pieces: those that lie one after the other are one, for most values are as they were. */
function* joined(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  let open: Uint8Array | undefined;
  for (const piece of pieces) {
    if (open?.buffer === piece.buffer && open.byteOffset + open.length === piece.byteOffset) {
      open = new Uint8Array(open.buffer, open.byteOffset, open.length + piece.length);
    } else {
      if (open) yield open;
      open = piece;
    }
  }
  if (open) yield open;
}
