/** Stores contents and commits through two git commands that stay. */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readLine, type Conversation } from './conversation.ts';

/** Starts a git command whose input stays open. */
export type StartCommand = (args: readonly string[]) => Conversation;

export class ObjectWriter {
  readonly #dir: string;
  readonly #commands: Readonly<Record<'blob' | 'commit', Conversation>>;

  /** `dir` is the repository's. */
  constructor(dir: string, start: StartCommand) {
    this.#dir = resolve(dir, 'objects');
    const command = (type: string) =>
      start(['hash-object', '-w', '-t', type, '--no-filters', '--stdin-paths']);
    this.#commands = { blob: command('blob'), commit: command('commit') };
  }

  close(): void {
    for (const command of Object.values(this.#commands)) command.close();
  }

  /** Stores an object and returns its name; what git refuses, such as a commit without a tree, rejects. */
  async write(type: 'blob' | 'commit', content: string | Buffer): Promise<string> {
    // The commands read files. One that a killed server left is taken away by `git prune`, for its name.
    const file = join(this.#dir, `tmp_${randomUUID()}`);
    try {
      await writeFile(file, content, { flag: 'wx' });
      return await this.#commands[type].ask(`${file}\n`, readLine);
    } finally {
      await rm(file, { force: true });
    }
  }
}
