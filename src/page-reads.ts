/**
 * What each page read of the content while it was rendered. A build keeps it with digests of the
 * answers (`src/integrations/reused-pages.ts`); the next one asks again, and a page all of whose answers
 * are the same is not rendered anew.
 *
 * The steps of a build and the pages are bundled apart: both find the same state by its symbol.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';

/** What `read` names, given what the content is now; its result is digested. */
type Answer = (...args: never[]) => unknown;

interface State {
  /** The reads of what is being rendered; `null` where another read stands for them. */
  readonly reader: AsyncLocalStorage<Set<string> | null>;
  readonly answers: Map<string, Answer>;
  /** Reads of nobody, in a build that renders: a page may have made them. */
  readonly strays: Set<string>;
  /** Whether pages are being rendered. */
  rendering: boolean;
}

const symbol = Symbol.for('page-reads');
const holder = globalThis as { [symbol]?: State | undefined };
const state: State = (holder[symbol] ??= {
  reader: new AsyncLocalStorage(),
  answers: new Map(),
  strays: new Set(),
  rendering: false,
});

/** Says what the reads of a name come to; the arguments are those of the read, as JSON keeps them. */
export function answer(name: string, find: Answer): void {
  state.answers.set(name, find);
}

/** Notes a read of the page that is being rendered. */
export function note(name: string, ...args: readonly unknown[]): void {
  noteSaid(name, () => JSON.stringify([name, ...args]));
}

/** The same where name and arguments together are JSON already; `said` is asked only when a page is rendered. */
export function noteSaid(name: string, said: () => string): void {
  const reads = state.reader.getStore();
  if (reads) reads.add(said());
  else if (reads === undefined && state.rendering) state.strays.add(name);
}

/** Runs the rendering of a page; what it reads is added to `reads`. */
export function reading<T>(reads: Set<string>, render: () => Promise<T>): Promise<T> {
  return state.reader.run(reads, render);
}

/**
 * A question about much of the content whose answer is little: a page that asks depends on the answer
 * and on what it reads of the entries in it, not on everything that was looked at.
 */
export function question<A extends readonly unknown[], T>(
  name: string,
  find: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const ask = (...args: A) => state.reader.run(null, () => find(...args));
  answer(name, ask);
  return (...args) => {
    note(name, ...args);
    return ask(...args);
  };
}

/** Runs what the page's own key says already: a change of anything that it reads is a change of the key. */
export function saidByKey<T>(make: () => T): T {
  return state.reader.run(null, make);
}

/** What several pages ask for, made once: each of them has read what it was made of. */
export function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  const reads = new Set<string>();
  let made: Promise<T> | undefined;
  return async () => {
    made ??= state.reader.run(reads, make);
    const value = await made;
    const page = state.reader.getStore();
    if (page) for (const read of reads) page.add(read);
    else if (page === undefined && state.rendering) state.strays.add('madeOnce');
    return value;
  };
}

/**
 * Digests of what reads come to as the content is now; one that nobody can answer has none. `known` says a digest that
 * need not be found out, by the read's place in the list. One after the other: of ten thousand entries pages read two
 * hundred thousand things, and so many questions at once would not fit into memory.
 */
export function digestsOf(
  reads: readonly string[],
  known: (at: number) => string | undefined,
): Promise<(string | undefined)[]> {
  return state.reader.run(null, async () => {
    const digests: (string | undefined)[] = [];
    for (const [at, read] of reads.entries()) digests.push(known(at) ?? (await digestNow(read)));
    return digests;
  });
}

async function digestNow(read: string): Promise<string | undefined> {
  const [name, ...args] = JSON.parse(read) as [string, ...never[]];
  const ask = state.answers.get(name);
  if (!ask) return undefined;
  try {
    return digestOf(await ask(...args));
  } catch {
    // It was about an entry that is gone. Who still asks is rendered, and says what is wrong.
    return undefined;
  }
}

/** Pages are rendered from now on; returns the names of the reads that nobody made, to be told at the end. */
export function beginRendering(): ReadonlySet<string> {
  state.rendering = true;
  state.strays.clear();
  return state.strays;
}

export function endRendering(): void {
  state.rendering = false;
}

/** Under this symbol an object says by what name it stands in a digest, in place of what is in it. */
export const digestName = Symbol.for('digest-name');

/**
 * A digest of plain data. Objects with a name (entries) count by it: what is read of them is noted.
 *
 * @throws when something in it is not data, such as a function: nobody could say whether it changed.
 */
export function digestOf(value: unknown): string {
  const pieces: string[] = [];
  addPieces(value, pieces);
  return hash('sha256', pieces.join('\0'), 'base64url').slice(0, 22);
}

/** Into one list: a generator and a hash that is given piece by piece take twice as long, for 36,000 pages' props. */
function addPieces(value: unknown, pieces: string[]): void {
  if (value === undefined) pieces.push('undefined');
  else if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`Only data can be digested, not: ${String(value)}`);
  } else if (typeof value !== 'object' || value === null) pieces.push(JSON.stringify(value));
  else if (digestName in value) pieces.push(`name ${String(value[digestName])}`);
  else if (value instanceof RegExp || value instanceof Date) pieces.push(String(value));
  else if (value instanceof Map || value instanceof Set) addPieces([...value], pieces);
  else {
    pieces.push(Array.isArray(value) ? '[' : '{');
    for (const [key, inner] of Object.entries(value)) {
      pieces.push(key);
      addPieces(inner, pieces);
    }
    pieces.push(']');
  }
}

/** A static path of a page that need not be rendered anew: its props are data. */
interface StaticPath {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
}

/**
 * The static paths of a route whose pages are kept while nothing changes that they are given or read. They
 * must read content through the load room alone, and time through questions.
 */
export function reusable<P extends StaticPath>(paths: readonly P[]): (P & { cacheKey: string })[] {
  return paths.map((path) => ({ ...path, cacheKey: digestOf(path.props) }));
}
