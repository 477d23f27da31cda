/**
 * A thin hand on the git program: objects, trees and references of one bare repository. No working
 * tree is touched, so nothing can be left half done: a reference holds its old or its new value.
 */
import { spawn } from 'node:child_process';
import { commitText, readCommitText, type Commit, type Person } from './commit-text.ts';
import { Conversation, type ReadAnswer } from './conversation.ts';
import { ObjectWriter } from './object-writer.ts';
import { Objects, type Change, type TreeFile } from './objects.ts';
import { environmentWithoutGit, runProgram, type Outcome, type RunProgram } from './process.ts';

export type { Person } from './commit-text.ts';

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

const isStale = /but expected|reference already exists|unable to resolve reference/;

/** The last answer to a change of references; those before it say how far it has come. */
const readCommitted: ReadAnswer<undefined> = (received) => {
  const last = 'commit: ok\n';
  const at = received.indexOf(last);
  return at < 0 ? received.length + 1 : { answer: undefined, end: at + last.length };
};

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
  readonly #writer: ObjectWriter;
  readonly #refWriter: Conversation;

  constructor(dir: string, run: RunProgram = runProgram) {
    this.dir = dir;
    this.#runProgram = run;
    const start = (args: readonly string[]) => this.#converse(args);
    this.#objects = new Objects(start);
    this.#writer = new ObjectWriter(dir, start);
    this.#refWriter = start(['update-ref', '--stdin']);
  }

  /** Ends what runs beside this process; git can be used again after it. */
  close(): void {
    this.#objects.close();
    this.#writer.close();
    this.#refWriter.close();
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
    const start = () => {
      const env = { ...environmentWithoutGit(), ...withoutUserConfig, ...this.#environment() };
      // A terminal tells the whole group to end; the server still needs git to come to its end.
      return spawn('git', args, { env, stdio: 'pipe', detached: true });
    };
    return new Conversation(start, (outcome) => {
      const Kind = isStale.test(outcome.stderr) ? StaleRefError : GitError;
      return new Kind(args, outcome);
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
    return this.#writer.write('blob', content);
  }

  /** A tree like `base` with some files set (path → blob) or taken out (path → `undefined`). */
  writeTree(base: string, changes: ReadonlyMap<string, string | undefined>): Promise<string> {
    return this.#objects.writeTree(base, changes);
  }

  /** Stores a commit; no reference points at it yet. */
  commit(tree: string, parents: readonly string[], message: string, author: Person) {
    const commit = { tree, parents, message, author, at: new Date() };
    return this.#writer.write('commit', commitText(commit));
  }

  /** A commit that `commit` stored, at any time; `undefined` for one that came otherwise. */
  async ownCommit(sha: string): Promise<Commit | undefined> {
    return readCommitText((await this.#objects.content(sha)).content.toString());
  }

  /** Changes all references or none; throws `StaleRefError` when one has not the expected value. */
  async updateRefs(updates: readonly RefUpdate[]): Promise<void> {
    const lines = updates.map(({ ref, from, to }) =>
      to ? `update ${ref} ${to} ${from ?? nothing}` : `delete ${ref} ${from ?? nothing}`,
    );
    // Without the last line nothing happens: an input that breaks off changes no reference.
    const words = ['start', ...lines, 'prepare', 'commit', ''].join('\n');
    await this.#refWriter.ask(words, readCommitted);
    if (updates.some(({ ref }) => ref.startsWith('refs/heads/'))) this.onUpdate();
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
