/**
 * Ends a build that takes too much memory before the system ends something else for it. Limits of
 * Node.js count its own heap alone, and the encoders of pictures lie outside it; so what the build and its
 * programs hold is looked at, where the system tells (Linux).
 */
import { readdir, readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';

const lookMilliseconds = 500;
const megabyte = 1024 * 1024;

/** Three quarters of what this machine, or the unit that the server runs in, has: the server goes on. */
export function defaultMemoryLimit(): number {
  // 0, or more than there is, where nothing limits the process.
  const allowed = process.constrainedMemory();
  return Math.floor((allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()) * 0.75);
}

/** In megabytes: below, a small site is not built; above, V8 would by itself take up to twice as much. */
const smallestHeap = 256;
const largestHeap = 2048;

/**
 * Environment of a build that may take `limit` bytes: two thirds are for V8's heap, where garbage would lie until
 * there is no room for the rest, and the encoders' threads share what is free.
 */
export function sparing(limit: number): Record<string, string> {
  const heap = Math.max(
    smallestHeap,
    Math.min(largestHeap, Math.floor((limit * 2) / 3 / megabyte)),
  );
  const options = [
    process.env['NODE_OPTIONS'],
    `--max-old-space-size=${heap}`,
    // What a page needs is gone when it is written: with more room for what is new, less of it is taken for lasting.
    '--max-semi-space-size=32',
  ];
  return {
    NODE_OPTIONS: options.filter(Boolean).join(' '),
    MALLOC_ARENA_MAX: '2',
  };
}

export class MemoryLimit {
  readonly #limit: number;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  /** `limit` in bytes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Aborted once the limit was passed. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** What happened, for the person who publishes. */
  get words(): string {
    return `Dựng trang cần hơn ${Math.floor(this.#limit / megabyte)} MB bộ nhớ nên đã dừng. Hãy báo người quản trị: thêm bộ nhớ cho máy chủ, hoặc đặt BUILD_MEMORY_MB lớn hơn.`;
  }

  /** Looks at a process and all that it started, from now on. */
  watch(pid: number): void {
    if (process.platform !== 'linux') return;
    this.#timer = setTimeout(() => void this.#look(pid), lookMilliseconds).unref();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #look(pid: number): Promise<void> {
    const family = await familyOf(pid);
    // Closed while it was looked at.
    if (this.#timer === undefined) return;
    const held = family.reduce((sum, { resident }) => sum + resident, 0);
    if (held <= this.#limit) {
      this.watch(pid);
      return;
    }
    console.error(`Bản dựng giữ ${Math.ceil(held / megabyte)} MB bộ nhớ, bị dừng.`);
    this.#stop.abort();
    // Those that it started would go on without it.
    for (const one of family) end(one.pid);
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

interface Running {
  pid: number;
  parent: number;
  /** Bytes of memory that are its own. */
  resident: number;
}

/** A process and its descendants, as they are now. */
async function familyOf(pid: number): Promise<Running[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(names.map(statusOf))).filter((one) => one !== undefined);
  const family = new Set([pid]);
  // Numbers may have begun anew, so a child can stand before its parent: until nobody joins.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return all.filter((one) => family.has(one.pid));
}

async function statusOf(name: string): Promise<Running | undefined> {
  try {
    const text = await readFile(`/proc/${name}/status`, 'utf8');
    const field = (key: string) =>
      Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    // Files that are only read, such as the program itself, are not counted.
    const resident = field('RssAnon') * 1024;
    return { pid: Number(name), parent: field('PPid'), resident };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
