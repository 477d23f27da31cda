/** What the server acknowledged while people worked, and whether all of it is still there. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readHistory, type Commit } from './fault-history.ts';

const exec = promisify(execFile);

/** An acknowledged step that must be found in the history, unless its draft was discarded. */
interface Kept {
  slug: string;
  /** Blob of a save, or note of a step. */
  mark: string;
  /** When it was asked for. */
  at: number;
}

/** Logins of those who may approve. */
const approvers = ['chi', 'dung', 'giang'];

export class Ledger {
  readonly #repository: string;
  readonly #saves: Kept[] = [];
  readonly #approvals: Kept[] = [];
  readonly #published = new Map<string, number>();
  /** Slug → the last moment at which a discard that was not refused may have been made. */
  readonly #discards = new Map<string, number>();
  #clock = 0;
  #judged: string | undefined;
  /** How much was acknowledged. */
  readonly counts = { saves: 0, approvals: 0, publishes: 0 };

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** A moment in the order of events. */
  now(): number {
    this.#clock += 1;
    return this.#clock;
  }

  saved(slug: string, blob: string, at: number): void {
    this.counts.saves += 1;
    this.#saves.push({ slug, mark: blob, at });
  }

  approved(slug: string, note: string, at: number): void {
    this.counts.approvals += 1;
    this.#approvals.push({ slug, mark: note, at });
  }

  published(slug: string): void {
    this.counts.publishes += 1;
    this.#published.set(slug, (this.#published.get(slug) ?? 0) + 1);
  }

  /** How many steps were acknowledged. */
  get total(): number {
    const { saves, approvals, publishes } = this.counts;
    return saves + approvals + publishes;
  }

  /** The articles that were published at least once. */
  get articles(): string[] {
    return [...this.#published.keys()];
  }

  /** To be called when a discard may have been made: it was answered, or no answer came. */
  discarded(slug: string): void {
    this.#discards.set(slug, this.now());
  }

  /** Throws naming what is broken. */
  async check(): Promise<void> {
    const git = async (...args: string[]) =>
      (await exec('git', ['-C', this.#repository, ...args], { maxBuffer: 1e8 })).stdout;
    await git('fsck', '--strict', '--no-dangling');
    const names = [
      ...(await readdir(this.#repository)),
      ...(await readdir(join(this.#repository, 'refs'), { recursive: true })),
    ];
    const left = names.filter((name) => /\.lock$|^index-/.test(name));
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`);
    const heads = ['refs/heads/main', '--glob=refs/heads/cms/*'];
    const objects = new Set(
      (await git('rev-list', '--objects', '--no-object-names', ...heads)).split('\n'),
    );
    this.#assertKept(this.#saves, (blob) => objects.has(blob), 'save');
    const history = await readHistory(git, heads);
    const notes = new Set([...history.values()].map(({ note }) => note));
    this.#assertKept(this.#approvals, (note) => notes.has(note), 'approval');
    const main = firstParents(history, (await git('rev-parse', 'main')).trim());
    const publishes = main.filter(({ parents }) => parents.length > 0);
    this.#assertPublished(publishes);
    for (const commit of publishes) {
      if (commit.sha === this.#judged) break;
      await assertReviewed(git, history, commit);
    }
    this.#judged = publishes[0]?.sha;
  }

  #assertKept(kept: readonly Kept[], isThere: (mark: string) => boolean, what: string): void {
    for (const { slug, mark, at } of kept) {
      if ((this.#discards.get(slug) ?? 0) > at || isThere(mark)) continue;
      throw new Error(`An acknowledged ${what} of ${slug} is lost: ${mark}`);
    }
  }

  #assertPublished(publishes: readonly Commit[]): void {
    for (const [slug, count] of this.#published) {
      const found = publishes.filter(({ subject }) => subject === `Đăng article/${slug}`).length;
      if (found >= count) continue;
      throw new Error(`${slug} was published ${count} times, main has it ${found} times`);
    }
  }
}

/** The commits of `main` itself, newest first. */
function firstParents(history: ReadonlyMap<string, Commit>, head: string): Commit[] {
  const commits: Commit[] = [];
  for (let at = history.get(head); at; at = history.get(at.parents[0] ?? '')) commits.push(at);
  return commits;
}

/** Every commit that can be reached from one, itself included. */
function ancestors(history: ReadonlyMap<string, Commit>, head: string): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [head];
  for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
    if (found.has(sha)) continue;
    found.add(sha);
    left.push(...(history.get(sha)?.parents ?? []));
  }
  return found;
}

/** Every publish merges one approved draft, and those who wrote it did not approve it. */
async function assertReviewed(
  git: (...args: string[]) => Promise<string>,
  history: ReadonlyMap<string, Commit>,
  commit: Commit,
): Promise<void> {
  const fail = (why: string) => new Error(`${commit.subject} (${commit.sha}): ${why}`);
  const [before = '', draft = ''] = commit.parents;
  const head = history.get(draft);
  if (!head) throw fail('no draft was merged');
  if (head.status !== 'pending_publish') throw fail(`its draft was ${head.status}`);
  if (!approvers.includes(head.login)) throw fail(`${head.login} approved`);
  // What an earlier publish brought in was reviewed then: a save that began before that publish
  // ended goes on from the published draft, whose steps are on main by its merge.
  const onMain = ancestors(history, before);
  const authors = new Set<string>();
  for (const step of firstParents(history, draft)) {
    if (onMain.has(step.sha)) break;
    if (step.tree !== history.get(step.parents[0]!)?.tree) authors.add(step.login);
  }
  if (authors.has(head.login)) throw fail('an author approved');
  const trailers = await git('show', '-s', '--format=%B', commit.sha);
  if (!trailers.includes(`Reviewed-by: `) || !trailers.includes('Co-authored-by: ')) {
    throw fail('it does not name author and approver');
  }
  if (!trailers.includes(`<${head.login}@`)) throw fail('it names another approver');
  const slug = commit.subject.slice('Đăng article/'.length);
  const files = await git('diff-tree', '-r', '--name-only', before, commit.sha);
  if (files.trim() !== `content/articles/${slug}.mdx`) throw fail(`it changes ${files}`);
}
