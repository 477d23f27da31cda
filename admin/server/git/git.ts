/**
 * A thin hand on the git program: objects, trees and references of one bare repository. No working
 * tree is touched, so nothing can be left half done: a reference holds its old or its new value.
 */
import { spawn } from 'node:child_process';
import { Conversation } from './conversation.ts';
import { Objects, type Change, type TreeFile } from './objects.ts';
import { environmentWithoutGit, runProgram, type Outcome, type RunProgram } from './process.ts';

export interface Person {
  name: string;
  email: string;
}

/** `from` and `to` are commits; `undefined` means that the reference is not there. */
export interface RefUpdate {
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

export class GitError extends Error {
  constructor(args: readonly string[], outcome: Outcome) {
    const end = outcome.code ?? outcome.signal;
    super(withoutSecrets(`git ${args.join(' ')} (${end}): ${outcome.stderr.trim()}`));
    this.name = 'GitError';
  }
}

/** A reference no longer had the expected value: somebody else was faster. Nothing was changed. */
export class StaleRefError extends GitError {}

const nothing = '0'.repeat(40);

const withoutUserConfig = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

interface GitRunOptions {
  input?: string | Buffer;
  env?: NodeJS.ProcessEnv;
  /** Reads the user's own git configuration, which otherwise has no say. */
  userConfig?: boolean;
  /** Ends the program. */
  signal?: AbortSignal;
  cwd?: string;
}

export class Git {
  readonly dir: string;
  /** Called after each update of branches that this server makes. */
  onUpdate: () => void = () => undefined;

  readonly #runProgram: RunProgram;
  readonly #objects: Objects;

  constructor(dir: string, run: RunProgram = runProgram) {
    this.dir = dir;
    this.#runProgram = run;
    this.#objects = new Objects((args) => this.#converse(args));
  }

  /** Ends what runs beside this process; git can be used again after it. */
  close(): void {
    this.#objects.close();
  }

  /** Runs git and returns what it printed; throws `GitError` with its stderr when it fails. */
  async run(args: readonly string[], options: GitRunOptions = {}): Promise<Buffer> {
    const outcome = await this.attempt(args, options);
    if (outcome.code !== 0) throw new GitError(args, outcome);
    return outcome.stdout;
  }

  /** Runs git and returns how it ended, for commands whose exit code is an answer. */
  async attempt(
    args: readonly string[],
    { input, env, userConfig, signal, cwd }: GitRunOptions = {},
  ): Promise<Outcome> {
    return this.#runProgram('git', args, {
      ...(input !== undefined && { input }),
      ...(signal && { signal }),
      ...(cwd && { cwd }),
      env: {
        ...environmentWithoutGit(),
        ...(userConfig ? {} : withoutUserConfig),
        ...this.#environment(),
        ...env,
      },
    });
  }

  #environment(): NodeJS.ProcessEnv {
    return { GIT_DIR: this.dir, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  }

  #converse(args: readonly string[]): Conversation {
    const env = { ...environmentWithoutGit(), ...withoutUserConfig, ...this.#environment() };
    // A terminal tells the whole group to end; the server still needs git to come to its end.
    const start = () => spawn('git', args, { env, stdio: 'pipe', detached: true });
    return new Conversation(start, (stderr) => {
      const outcome = { code: null, signal: null, stdout: Buffer.alloc(0), stderr };
      return new GitError(args, outcome);
    });
  }

  async #text(args: readonly string[], options?: GitRunOptions): Promise<string> {
    return (await this.run(args, options)).toString().trim();
  }

  /** The commit that a reference or an expression names; `undefined` when there is none. */
  resolve(name: string): Promise<string | undefined> {
    return this.#objects.name(`${name}^{commit}`);
  }

  /** The tree of a commit. */
  treeOf(commit: string): Promise<string> {
    return this.#objects.root(commit);
  }

  /** Names of the references below a prefix such as `refs/heads/cms/`. */
  async refs(prefix: string): Promise<string[]> {
    const text = await this.#text(['for-each-ref', '--format=%(refname)', prefix]);
    return text.split('\n').filter(Boolean);
  }

  /** The references below a prefix by what follows it, each with its commit. */
  async refValues(prefix: string): Promise<Map<string, string>> {
    const text = await this.#text(['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
    const pairs = text
      .split('\n')
      .filter(Boolean)
      .map((line) => split(line, ' '));
    return new Map(pairs.map(([sha, ref]) => [ref.slice(prefix.length), sha]));
  }

  /** Every file below `path` (a file or a folder) in a commit or tree. */
  files(treeish: string, path: string): Promise<TreeFile[]> {
    return this.#objects.files(treeish, path);
  }

  /** Contents of blobs, in the order asked for. */
  blobs(shas: readonly string[]): Promise<Buffer[]> {
    return Promise.all(shas.map(async (sha) => (await this.#objects.content(sha)).content));
  }

  /** Stores content and returns its name. */
  writeBlob(content: string | Buffer): Promise<string> {
    return this.#text(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** A tree like `base` with some files set (path → blob) or taken out (path → `undefined`). */
  writeTree(base: string, changes: ReadonlyMap<string, string | undefined>): Promise<string> {
    return this.#objects.writeTree(base, changes);
  }

  /** Stores a commit; no reference points at it yet. */
  commit(tree: string, parents: readonly string[], message: string, author: Person) {
    return this.#text(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    });
  }

  /** Changes all references or none; throws `StaleRefError` when one has not the expected value. */
  async updateRefs(updates: readonly RefUpdate[]): Promise<void> {
    const args = ['update-ref', '--stdin'];
    const lines = updates.map(({ ref, from, to }) =>
      to ? `update ${ref} ${to} ${from ?? nothing}` : `delete ${ref} ${from ?? nothing}`,
    );
    // Without the last line nothing happens: an input that breaks off changes no reference.
    const input = ['start', ...lines, 'prepare', 'commit', ''].join('\n');
    const outcome = await this.attempt(args, { input });
    if (outcome.code === 0) {
      if (updates.some(({ ref }) => ref.startsWith('refs/heads/'))) this.onUpdate();
      return;
    }
    const stale = /but expected|reference already exists|unable to resolve reference/;
    if (stale.test(outcome.stderr)) throw new StaleRefError(args, outcome);
    throw new GitError(args, outcome);
  }

  /** Whether `ancestor` is part of the history of `commit`. */
  async isAncestor(ancestor: string, commit: string): Promise<boolean> {
    const args = ['merge-base', '--is-ancestor', ancestor, commit];
    const outcome = await this.attempt(args);
    if (outcome.code !== 0 && outcome.code !== 1) throw new GitError(args, outcome);
    return outcome.code === 0;
  }

  /** The newest commit that two commits have in common. */
  mergeBase(one: string, other: string): Promise<string> {
    return this.#text(['merge-base', one, other]);
  }

  /** The commits of a range, newest first, each as the fields that `format` names. */
  async log(range: readonly string[], format: readonly string[]): Promise<string[][]> {
    const output = await this.run(['log', '-z', `--format=${format.join('%x01')}`, ...range]);
    return zeroTerminated(output).map((record) => record.split('\x01'));
  }

  /** Files that differ between two commits or trees; a rename is a deletion and an addition. */
  changes(from: string, to: string): Promise<Change[]> {
    return this.#objects.changes(from, to);
  }

  /**
   * Three-way merge of two commits, in memory, line by line. Files that collide are named; in the
   * tree they stand with git's marks.
   */
  async mergeLines(ours: string, theirs: string): Promise<{ tree: string; conflicts: string[] }> {
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs];
    const outcome = await this.attempt(args);
    if (outcome.code !== 0 && outcome.code !== 1) throw new GitError(args, outcome);
    const [tree = '', ...conflicts] = zeroTerminated(outcome.stdout);
    return { tree, conflicts };
  }
}

/** A message without the user name and password that an address may hold. */
export function withoutSecrets(message: string): string {
  return message.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, '$1');
}

function zeroTerminated(output: Buffer): string[] {
  return output.toString().split('\0').filter(Boolean);
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
