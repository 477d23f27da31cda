/** What stands on `main`: every entry with what the editorial pages and the schedule need of it. */
import { join } from 'node:path';
import { isCalendarDay, type Fields } from '#src/schema/field.ts';
import { locate } from '#src/schema/entry-file.ts';
import type { ContentType } from '#src/schema/index.ts';
import { endOf, startOf, type Stretch } from '#src/time/hanoi.ts';
import { summaryOf, type Summary } from '../../list/summary.ts';
import { axisIn } from './change-files.ts';
import { isEntryPath } from './files.ts';
import { quickFront } from './quick-front.ts';
import { isGroup } from './values.ts';
import type { Git } from '../git/git.ts';
import type { TreeFile } from '../git/objects.ts';
import { readJson, writeJson } from '../machine/json-file.ts';
import { createQueue } from '../machine/queue.ts';
import { cacheKey } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';

export interface LiveEntry {
  type: ContentType;
  slug: string;
  path: string;
  title: string;
  /** Slug of its axis; '' for an entry of no axis. */
  axis: string;
  /** Address on the site; absent for data without a page. */
  address?: string;
  /** Addresses under which it stood before, which lead to the present one. */
  formerAddresses: string[];
  withdrawn?: { on: string; reason: string; successor?: string };
  /** Last day on which it is in force, `YYYY-MM-DD`. */
  expires?: string;
  /** Day on which it is to be read again, `YYYY-MM-DD`. */
  reviewDate?: string;
  /** What lists show of it, are sorted by and are searched for. */
  summary: Summary;
  /** Moments (milliseconds) at which it may begin to show differently, from the days it names. */
  moments: number[];
}

/** Files that are fetched together, between which others have a turn: some 10 ms. */
const readAtOnce = 200;

/**
 * The entries of a commit, in the order of their paths. What was read once is kept by the name that
 * git gives its content: after a publication only the files that changed are read again. Between two
 * runs of the server it is kept in a file.
 */
export class LiveEntries {
  readonly #git: Git;
  readonly #file: string | undefined;
  readonly #inTurn = createQueue();
  /** Of the commit that was asked for last: all of them, and each by path and content. */
  #last: { commit: string; entries: readonly LiveEntry[] } | undefined;
  #known: ReadonlyMap<string, LiveEntry> | undefined;

  /** `file`: where to keep what was read; nowhere when absent. */
  constructor(git: Git, file?: string) {
    this.#git = git;
    this.#file = file;
  }

  /**
   * One reading at a time: who asks during the first one finds what it has read. For one commit it is the
   * same list each time.
   */
  at(commit: string): Promise<readonly LiveEntry[]> {
    return this.#inTurn(async () => {
      if (this.#last?.commit !== commit) {
        this.#last = { commit, entries: await this.#read(commit) };
      }
      return this.#last.entries;
    });
  }

  async #read(commit: string): Promise<readonly LiveEntry[]> {
    const files = (await this.#git.files(commit, 'content/')).filter(({ path }) =>
      isEntryPath(path),
    );
    const known =
      this.#known ?? (this.#file ? await readKept(this.#file) : new Map<string, LiveEntry>());
    const unread = files.filter((file) => !known.has(keyOf(file)));
    const all = new Map(known);
    // Ten thousand files take half a second: other people are answered meanwhile.
    for (let at = 0; at < unread.length; at += readAtOnce) {
      const batch = unread.slice(at, at + readAtOnce);
      const texts = await this.#git.blobs(batch.map(({ sha }) => sha));
      for (const [index, file] of batch.entries()) {
        all.set(keyOf(file), readLive(file.path, texts[index]!.toString()));
      }
    }
    const entries = new Map(files.map((file) => [keyOf(file), all.get(keyOf(file))!]));
    this.#known = entries;
    if (this.#file && unread.length >= worthKeeping) await keep(this.#file, entries);
    return [...entries.values()];
  }
}

/** So many new readings are worth writing down; fewer are soon read again. */
const worthKeeping = 100;

/** Where the server's code stands, wherever it was started from. */
const root = join(import.meta.dirname, '../../..');

/** What the file holds: readings of one version of the code that reads. */
interface Kept {
  code: string;
  entries: [key: string, entry: Omit<LiveEntry, 'type'> & { type: string }][];
}

/** What an earlier run read; nothing where the code has changed since, or the file is no use. */
async function readKept(file: string): Promise<Map<string, LiveEntry>> {
  const kept = (await readJson(file, undefined).catch((error: unknown) => {
    // It holds nothing that git does not: all is read again.
    console.error(error);
  })) as Kept | undefined;
  if (kept === undefined || kept.code !== codeVersion()) return new Map();
  return new Map(
    kept.entries.map(([key, entry]) => [key, { ...entry, type: locate(entry.path)!.type }]),
  );
}

async function keep(file: string, known: ReadonlyMap<string, LiveEntry>): Promise<void> {
  const entries = [...known].map(([key, entry]): Kept['entries'][number] => [
    key,
    { ...entry, type: entry.type.name },
  ]);
  const kept: Kept = { code: codeVersion(), entries };
  await writeJson(file, kept).catch((error: unknown) => {
    console.error('Chưa ghi lại được danh mục mục đã đăng; lần sau máy chủ đọc lại từ đầu:', error);
  });
}

function codeVersion(): string {
  return cacheKey(...codeReached('admin/server/content/live-entries.ts', root));
}

function keyOf({ path, sha }: TreeFile): string {
  return `${sha} ${path}`;
}

function readLive(path: string, text: string): LiveEntry {
  const { type, slug } = locate(path)!;
  const data = quickFront(type, text);
  const { title, reviewDate, withdrawn, expires, formerSlugs } = data;
  const address = type.address?.(slug);
  return {
    type,
    slug,
    path,
    title: typeof title === 'string' ? title : type.words.one,
    axis: axisIn(type, slug, data),
    ...(address !== undefined && { address }),
    formerAddresses: Array.isArray(formerSlugs)
      ? formerSlugs.flatMap((former) => type.address?.(String(former)) ?? [])
      : [],
    ...(isGroup(withdrawn) && { withdrawn: withdrawn as NonNullable<LiveEntry['withdrawn']> }),
    ...(typeof expires === 'string' && { expires }),
    ...(typeof reviewDate === 'string' && { reviewDate }),
    summary: summaryOf(type, data),
    moments: [...momentsIn(type.fields, data)],
  };
}

/** Where the days in its fields begin and end, also inside groups and lists, and where times lie. */
function* momentsIn(fields: Fields, data: Record<string, unknown>): Generator<number> {
  for (const [name, { form }] of Object.entries(fields)) {
    const value = data[name];
    if (form.widget === 'date' && typeof value === 'string' && isCalendarDay(value)) {
      yield* boundsOf({ startDay: value });
    }
    if (form.widget === 'object' && isGroup(value)) yield* momentsIn(form.fields, value);
    if (form.widget === 'list' && Array.isArray(value)) {
      for (const row of value.filter(isGroup)) yield* momentsIn(form.fields, row);
    }
  }
  if ('startDay' in fields && typeof data['startDay'] === 'string') {
    yield* boundsOf(data as unknown as Stretch);
  }
}

function boundsOf(stretch: Stretch): number[] {
  // A draft's text may be half written: what is no moment is none at which anything changes.
  return [startOf(stretch), endOf(stretch)].map(Number).filter(Number.isFinite);
}
