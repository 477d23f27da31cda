/**
 * An optional second repository, on any git host. It receives every step; what was merged into its
 * `main` comes in here. Drafts are taken from nobody: who may write a branch there could write an
 * approval, so a draft that somebody changed there is told and left alone.
 */
import { mergeCommits } from '../content/content-merge.ts';
import { draftPrefix } from '../workflow/draft-history.ts';
import { GitError, StaleRefError, type Git, type RefUpdate } from './git.ts';
import type { Health } from '../machine/health.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { Rounds } from '../machine/rounds.ts';
import { stepFor } from './remote-plan.ts';
import { mainRef } from './repository.ts';

export interface RemoteSettings {
  /** Any address that git takes. */
  url: string;
  /** Seconds between two looks at it. */
  seconds: number;
}

interface Options extends RemoteSettings {
  git: Git;
  health: Health;
  /** In which changes of `main` take turns. */
  inTurn: Queue;
}

/** Branches as they are there, and drafts as they were when both sides were last alike. */
const fetchedPrefix = 'refs/remotes/remote/';
const agreedPrefix = 'refs/agreed/';

/** Variables with which git is told how to log in. */
const loginVariables = ['GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT'];

const committer = { name: 'Máy chủ biên tập', email: 'may-chu@users.noreply.invalid' };

const commandMilliseconds = 2 * 60 * 1000;
/** A step is pushed after this time, so that steps in quick succession go together. */
const settleMilliseconds = 300;

interface Push {
  ref: string;
  /** What it becomes there; `undefined` deletes it. */
  to: string | undefined;
  /** What it must be there; absent for `main`, which only moves forward. */
  expected?: { value: string | undefined };
}

export class Remote {
  readonly #options: Options;
  readonly #rounds: Rounds;
  readonly #turns: Queue = createQueue();

  constructor(options: Options) {
    this.#options = options;
    const { health, seconds } = options;
    this.#rounds = new Rounds({
      settle: settleMilliseconds,
      every: seconds * 1000,
      work: async () => {
        const problems = await this.sync();
        health.report('remoteProblem', problems.join('\n') || undefined);
      },
      onFailure: (error) => {
        const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
        const words = `Chưa đồng bộ được với kho từ xa, sẽ tự thử lại. ${reason}`;
        health.report('remoteProblem', words);
      },
    });
  }

  /** Begins to keep both alike; `wake` says that something changed here. */
  start(): void {
    this.#rounds.start();
  }

  wake(): void {
    this.#rounds.wake();
  }

  /** Ends a transfer that is under way. */
  close(): Promise<void> {
    return this.#rounds.close();
  }

  /**
   * One round: fetches, brings `main` together, pushes. Returns what a person has to settle. Rounds
   * take turns: two at once would each find the other's push in their way.
   */
  sync(): Promise<string[]> {
    return this.#turns(() => this.#syncOnce());
  }

  async #syncOnce(): Promise<string[]> {
    const { git } = this.#options;
    await this.#command(
      ['fetch', '--quiet', '--prune', '--no-tags', '--no-write-fetch-head'],
      [`+refs/heads/*:${fetchedPrefix}*`],
    );
    const there = await git.refValues(fetchedPrefix);
    const main = await this.#bringIn(there.get('main'));
    const drafts = await this.#planDrafts(there);
    const failed = await this.#push([...main.pushes, ...drafts.pushes]);
    return [...main.problems, ...drafts.problems, ...failed];
  }

  /** Takes up what was merged into `main` there; both having moved, merges the two. */
  #bringIn(theirs: string | undefined): Promise<{ pushes: Push[]; problems: string[] }> {
    const { git, inTurn } = this.#options;
    return inTurn(async () => {
      const ours = await git.resolve(mainRef);
      if (!ours || ours === theirs) return { pushes: [], problems: [] };
      const forward = (to: string) => ({ pushes: [{ ref: mainRef, to }], problems: [] });
      if (!theirs || (await git.isAncestor(theirs, ours))) return forward(ours);
      if (await git.isAncestor(ours, theirs)) {
        await git.updateRefs([{ ref: mainRef, from: ours, to: theirs }]);
        return { pushes: [], problems: [] };
      }
      const merged = await mergeCommits(git, ours, theirs);
      if ('collisions' in merged) {
        const files = merged.collisions.map(({ path, fields }) =>
          fields.length > 0 ? `${path} (${fields.join(', ')})` : path,
        );
        const problem = `Nhánh main ở đây và ở kho từ xa cùng sửa một chỗ: ${files.join('; ')}. Cả hai bản còn nguyên. Kỹ sư hãy gộp hai nhánh rồi đẩy lên.`;
        return { pushes: [], problems: [problem] };
      }
      const message = 'Gộp nhánh main của kho từ xa\n';
      const commit = await git.commit(merged.tree, [ours, theirs], message, committer);
      await git.updateRefs([{ ref: mainRef, from: ours, to: commit }]);
      return forward(commit);
    });
  }

  async #planDrafts(
    fetched: ReadonlyMap<string, string>,
  ): Promise<{ pushes: Push[]; problems: string[] }> {
    const { git } = this.#options;
    const local = await git.refValues('refs/heads/');
    const agreed = await git.refValues(agreedPrefix);
    const pushes: Push[] = [];
    const problems: string[] = [];
    const updates: RefUpdate[] = [];
    for (const name of new Set([...local.keys(), ...agreed.keys()])) {
      const ref = `refs/heads/${name}`;
      if (!ref.startsWith(draftPrefix)) continue;
      const [here, there, was] = [local.get(name), fetched.get(name), agreed.get(name)];
      const step = stepFor({ here, there, agreed: was });
      const push = () => pushes.push({ ref, to: here, expected: { value: there } });
      if (step === 'push') push();
      if (step === 'agree') updates.push({ ref: agreedPrefix + name, from: was, to: here });
      if (step === 'gone-there' && here) {
        if (await this.#isMerged(here)) updates.push({ ref, from: here, to: undefined });
        else push();
      }
      if (step === 'moved-there' && here && there) {
        if (await git.isAncestor(there, here)) push();
        else problems.push(`Nhánh ${name} ở kho từ xa đã bị sửa từ nơi khác nên không ghi đè.`);
      }
    }
    for (const update of updates) await this.#moveIfSame(update);
    return { pushes, problems };
  }

  /** Whether `main` holds everything that a draft changes, however it was merged. */
  async #isMerged(commit: string): Promise<boolean> {
    const { git } = this.#options;
    const { tree, conflicts } = await git.mergeLines(mainRef, commit);
    return conflicts.length === 0 && tree === (await git.treeOf(mainRef));
  }

  /** A draft that has moved in the meantime is looked at in the next round. */
  async #moveIfSame(update: RefUpdate): Promise<void> {
    try {
      await this.#options.git.updateRefs([update]);
    } catch (error) {
      if (!(error instanceof StaleRefError)) throw error;
      this.#rounds.wake();
    }
  }

  /** Pushes, each reference for itself; returns which of them were refused there. */
  async #push(pushes: readonly Push[]): Promise<string[]> {
    if (pushes.length === 0) return [];
    const leases = pushes.flatMap(({ ref, expected }) =>
      expected ? [`--force-with-lease=${ref}:${expected.value ?? ''}`] : [],
    );
    const refspecs = pushes.map(({ ref, to }) => `${to ?? ''}:${ref}`);
    const output = await this.#command(
      ['push', '--porcelain', '--no-verify', ...leases],
      refspecs,
      // Exit code 1: some references were refused; the lines say which.
      [0, 1],
    );
    const results = new Map(
      output.split('\n').flatMap((line) => {
        const [flag = '', refs, reason = ''] = line.split('\t');
        return refs === undefined ? [] : [[refs.slice(refs.indexOf(':') + 1), { flag, reason }]];
      }),
    );
    const problems: string[] = [];
    for (const { ref, to } of pushes) {
      const { flag, reason } = results.get(ref) ?? { flag: '!', reason: '' };
      if (flag === '!') problems.push(`Kho từ xa không nhận ${ref}: ${reason}`);
      else if (ref !== mainRef) await this.#agree(ref, to);
    }
    return problems;
  }

  async #agree(ref: string, to: string | undefined): Promise<void> {
    const { git } = this.#options;
    const name = agreedPrefix + ref.slice('refs/heads/'.length);
    const from = await git.resolve(name);
    if (from !== to) await git.updateRefs([{ ref: name, from, to }]);
  }

  /** Runs a git command on the remote, whose address no list of processes and no message shows. */
  async #command(
    args: readonly string[],
    refspecs: readonly string[],
    expectedCodes: readonly number[] = [0],
  ): Promise<string> {
    const { git, url } = this.#options;
    const login = loginVariables.flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    );
    const command = [...args, 'remote', ...refspecs];
    const outcome = await git.attempt(command, {
      userConfig: true,
      env: {
        ...(Object.fromEntries(login) as NodeJS.ProcessEnv),
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'remote.remote.url',
        GIT_CONFIG_VALUE_0: url,
      },
      signal: AbortSignal.any([this.#rounds.signal, AbortSignal.timeout(commandMilliseconds)]),
    });
    if (expectedCodes.includes(outcome.code ?? -1)) return outcome.stdout.toString();
    throw new GitError(command, outcome);
  }
}
