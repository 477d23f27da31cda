/** What stands on `main`: every entry with what the editorial pages and the schedule need of it. */
import { setImmediate } from 'node:timers/promises';
import { isCalendarDay, type Fields } from '#src/schema/field.ts';
import { locate } from '#src/schema/entry-file.ts';
import type { ContentType } from '#src/schema/index.ts';
import { endOf, startOf, type Stretch } from '#src/time/hanoi.ts';
import { axisOf, frontOf } from './change-files.ts';
import { isEntryPath } from './files.ts';
import { isGroup } from './values.ts';
import type { Git, TreeFile } from '../git/git.ts';
import { createQueue } from '../machine/queue.ts';

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
  /** Moments (milliseconds) at which it may begin to show differently, from the days it names. */
  moments: number[];
}

/** Entries whose fields are read before others have a turn: some 20 ms. */
const readAtOnce = 20;

/**
 * The entries of a commit, in the order of their paths. What was read once is kept by the name that
 * git gives its content: after a publication only the files that changed are read again.
 */
export class LiveEntries {
  readonly #git: Git;
  readonly #inTurn = createQueue();
  /** Of the commit that was asked for last, by path and content. */
  #known: ReadonlyMap<string, LiveEntry> = new Map();

  constructor(git: Git) {
    this.#git = git;
  }

  /** One reading at a time: who asks during the first one finds what it has read. */
  at(commit: string): Promise<readonly LiveEntry[]> {
    return this.#inTurn(() => this.#read(commit));
  }

  async #read(commit: string): Promise<readonly LiveEntry[]> {
    const files = (await this.#git.files(commit, 'content/')).filter(({ path }) =>
      isEntryPath(path),
    );
    const unread = files.filter((file) => !this.#known.has(keyOf(file)));
    const texts = await this.#git.blobs(unread.map(({ sha }) => sha));
    const all = new Map(this.#known);
    for (const [i, file] of unread.entries()) {
      all.set(keyOf(file), readLive(file.path, texts[i]!.toString()));
      // Ten thousand files take seconds: other people are answered meanwhile.
      if (i % readAtOnce === readAtOnce - 1) await setImmediate();
    }
    this.#known = new Map(files.map((file) => [keyOf(file), all.get(keyOf(file))!]));
    return [...this.#known.values()];
  }
}

function keyOf({ path, sha }: TreeFile): string {
  return `${sha} ${path}`;
}

function readLive(path: string, text: string): LiveEntry {
  const { type, slug } = locate(path)!;
  const data = frontOf(type, text);
  const { title, reviewDate, withdrawn, expires, formerSlugs } = data;
  const address = type.address?.(slug);
  return {
    type,
    slug,
    path,
    title: typeof title === 'string' ? title : type.words.one,
    axis: axisOf(type, slug, text),
    ...(address !== undefined && { address }),
    formerAddresses: Array.isArray(formerSlugs)
      ? formerSlugs.flatMap((former) => type.address?.(String(former)) ?? [])
      : [],
    ...(isGroup(withdrawn) && { withdrawn: withdrawn as NonNullable<LiveEntry['withdrawn']> }),
    ...(typeof expires === 'string' && { expires }),
    ...(typeof reviewDate === 'string' && { reviewDate }),
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
