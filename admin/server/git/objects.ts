/**
 * Reads objects and writes trees through two git commands that stay. A save asks some twenty such
 * questions; a program started for each would cost ten times what the answer does, and under load, on
 * a machine that is slow to start programs, a hundred times.
 */
import { readLine, type Conversation, type ReadAnswer } from './conversation.ts';
import type { StartCommand } from './object-writer.ts';

interface Found {
  sha: string;
  type: string;
  /** Empty when it was not asked for. */
  content: Buffer;
}

export interface TreeEntry {
  /** Six digits, as `git ls-tree` prints them. */
  mode: string;
  sha: string;
  name: string;
}

/** A file in a tree. */
export interface TreeFile {
  /** `100644` for an ordinary file, `120000` for a symbolic link … */
  mode: string;
  sha: string;
  path: string;
}

/** A file that differs between two trees; `sha` is `undefined` where it is deleted. */
export interface Change {
  path: string;
  mode: string;
  sha: string | undefined;
  isNew: boolean;
}

const folderMode = '040000';
/** Entries of folders that are remembered: some 20 MB. */
const mostKnown = 100_000;

export class Objects {
  readonly #reader: Conversation;
  readonly #treeWriter: Conversation;
  /** Folders by their name in git, the one that was asked for last at the end: what is in one never changes. */
  readonly #known = new Map<string, readonly TreeEntry[]>();
  #knownEntries = 0;

  constructor(start: StartCommand) {
    this.#reader = start(['cat-file', '--batch-command']);
    // What a tree names was read from git or written to it just now.
    this.#treeWriter = start(['mktree', '-z', '--missing', '--batch']);
  }

  close(): void {
    this.#reader.close();
    this.#treeWriter.close();
  }

  /** The object that an expression names; `undefined` when there is none. */
  async name(expression: string): Promise<string | undefined> {
    const found = await this.#reader.ask(`info ${onOneLine(expression)}\n`, readHeader);
    return found?.sha;
  }

  /** Throws when the object is not there. */
  async content(expression: string): Promise<Found> {
    const found = await this.#reader.ask(`contents ${onOneLine(expression)}\n`, readContent);
    if (!found) throw new Error(`Kho git thiếu đối tượng ${expression}.`);
    return found;
  }

  /** The tree of a commit, or the tree itself; throws when there is none. */
  async root(treeish: string): Promise<string> {
    if (this.#known.has(treeish)) return treeish;
    const sha = await this.name(`${treeish}^{tree}`);
    if (sha === undefined) throw new Error(`Kho git không có ${treeish}.`);
    return sha;
  }

  /** Every file below `path` (a file or a folder; all when empty) in a commit or tree. */
  async files(treeish: string, path: string): Promise<TreeFile[]> {
    const root = await this.root(treeish);
    let entry: TreeEntry | undefined = { mode: folderMode, sha: root, name: '' };
    const names = path.split('/').filter(Boolean);
    for (const name of names) {
      if (entry?.mode !== folderMode) return [];
      const entries: readonly TreeEntry[] = await this.#folder(entry.sha);
      entry = entries.find((one) => one.name === name);
    }
    return entry ? this.#below(entry, names.join('/')) : [];
  }

  /** Files that differ between two commits or trees; a rename is a deletion and an addition. */
  async changes(from: string, to: string): Promise<Change[]> {
    const [before, after] = await Promise.all([this.root(from), this.root(to)]);
    return this.#differences(folder(before), folder(after), '');
  }

  /** A tree like `base` with some files set (path → blob) or taken out (path → `undefined`). */
  async writeTree(base: string, changes: ReadonlyMap<string, string | undefined>): Promise<string> {
    const root = await this.root(base);
    const parts = [...changes].map(([path, sha]) => ({ names: path.split('/'), sha }));
    return (await this.#writeFolder(root, parts)) ?? this.#write([]);
  }

  async #folder(sha: string): Promise<readonly TreeEntry[]> {
    const entries = this.#known.get(sha) ?? readTree((await this.content(sha)).content);
    // Two may have asked for it at once.
    if (!this.#known.delete(sha)) this.#knownEntries += entries.length;
    this.#known.set(sha, entries);
    for (const [oldest, { length }] of this.#known) {
      if (this.#knownEntries <= mostKnown || oldest === sha) break;
      this.#known.delete(oldest);
      this.#knownEntries -= length;
    }
    return entries;
  }

  async #below({ mode, sha }: TreeEntry, path: string): Promise<TreeFile[]> {
    if (mode !== folderMode) return [{ mode, sha, path }];
    const entries = await this.#folder(sha);
    const files = entries.map((entry) => this.#below(entry, below(path, entry.name)));
    return (await Promise.all(files)).flat();
  }

  async #differences(
    from: TreeEntry | undefined,
    to: TreeEntry | undefined,
    path: string,
  ): Promise<Change[]> {
    if (from?.sha === to?.sha && from?.mode === to?.mode) return [];
    const isFolder = [from?.mode === folderMode, to?.mode === folderMode];
    if (!isFolder.includes(true)) return [changeOf(from, to, path)];
    if (isFolder.includes(false)) {
      const deleted = from ? await this.#below(from, path) : [];
      const added = to ? await this.#below(to, path) : [];
      return [
        ...deleted.map((file) => changeOf(file, undefined, file.path)),
        ...added.map((file) => changeOf(undefined, file, file.path)),
      ];
    }
    const [before, after] = await Promise.all(
      [from!, to!].map(async ({ sha }) => byName(await this.#folder(sha))),
    );
    const names = [...new Set([...before!.keys(), ...after!.keys()])].sort();
    const found = names.map((name) =>
      this.#differences(before!.get(name), after!.get(name), below(path, name)),
    );
    return (await Promise.all(found)).flat();
  }

  /** The new folder; `undefined` when nothing is left in it, for git keeps no empty folders. */
  async #writeFolder(
    sha: string | undefined,
    changes: readonly { names: readonly string[]; sha: string | undefined }[],
  ): Promise<string | undefined> {
    const entries = byName(sha === undefined ? [] : await this.#folder(sha));
    for (const [name, inside] of Map.groupBy(changes, ({ names }) => names[0]!)) {
      const file = inside.find(({ names }) => names.length === 1);
      const deeper = inside.filter(({ names }) => names.length > 1);
      const old = entries.get(name);
      const oldFolder = old?.mode === folderMode ? old.sha : undefined;
      // A file may go away where a folder of its name comes.
      const isFolder = deeper.length > 0 && file?.sha === undefined;
      const written = isFolder
        ? await this.#writeFolder(
            oldFolder,
            deeper.map(({ names, sha: blob }) => ({ names: names.slice(1), sha: blob })),
          )
        : file?.sha;
      if (written === undefined) entries.delete(name);
      else entries.set(name, { mode: isFolder ? folderMode : '100644', sha: written, name });
    }
    return entries.size === 0 ? undefined : this.#write([...entries.values()]);
  }

  #write(entries: readonly TreeEntry[]): Promise<string> {
    const lines = entries.map(({ mode, sha, name }) => {
      const type = mode === folderMode ? 'tree' : mode === '160000' ? 'commit' : 'blob';
      return `${mode} ${type} ${sha}\t${name}\0`;
    });
    return this.#treeWriter.ask(`${lines.join('')}\0`, readLine);
  }
}

const folder = (sha: string): TreeEntry => ({ mode: folderMode, sha, name: '' });

const below = (path: string, name: string) => (path ? `${path}/${name}` : name);

const byName = (entries: readonly TreeEntry[]) =>
  new Map(entries.map((entry) => [entry.name, entry]));

type Side = Pick<TreeEntry, 'mode' | 'sha'> | undefined;

function changeOf(from: Side, to: Side, path: string): Change {
  return { path, mode: to?.mode ?? '000000', sha: to?.sha, isNew: !from };
}

/** A question is one line: what holds another would ask two. */
function onOneLine(expression: string): string {
  if (/[\n\0]/.test(expression)) throw new Error(`Không phải tên trong kho git: ${expression}.`);
  return expression;
}

/** `<name> <type> <size>`, or the expression and what is wrong with it. */
const readHeader: ReadAnswer<(Found & { size: number }) | undefined> = (received) => {
  const line = readLine(received);
  if (typeof line === 'number') return line;
  const [, sha, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line.answer) ?? [];
  if (sha === undefined || type === undefined) return { answer: undefined, end: line.end };
  const answer = { sha, type, size: Number(size), content: Buffer.alloc(0) };
  return { answer, end: line.end };
};

const readContent: ReadAnswer<Found | undefined> = (received) => {
  const header = readHeader(received);
  if (typeof header === 'number') return header;
  if (!header.answer) return { answer: undefined, end: header.end };
  const end = header.end + header.answer.size;
  if (received.length < end + 1) return end + 1;
  const content = received.subarray(header.end, end);
  return { answer: { ...header.answer, content }, end: end + 1 };
};

/** A tree as git stores it: mode, name, zero byte and the twenty bytes of a name in git, again and again. */
function readTree(raw: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < raw.length;) {
    const space = raw.indexOf(0x20, at);
    const zero = raw.indexOf(0, space);
    entries.push({
      mode: raw.toString('latin1', at, space).padStart(6, '0'),
      name: raw.toString('utf8', space + 1, zero),
      sha: raw.toString('hex', zero + 1, zero + 21),
    });
    at = zero + 21;
  }
  return entries;
}
