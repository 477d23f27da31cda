/**
 * Builds the site of a commit beside the one that is served, and switches in one step. Source and
 * caches stay in `build/`, finished sites in `releases/<commit>-<number>/`; `releases/current` is a
 * symbolic link to the one that is served. Files that did not change are shared between releases.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { endsWithServer } from '#src/ends-with-server.ts';
import { DiskFullError, saysDiskFull } from '../machine/disk.ts';
import type { Git } from '../git/git.ts';
import { removeLeftOver } from '../machine/lock.ts';
import { environmentWithoutGit, runProgram } from '../git/process.ts';
import { inFileThread } from './file-thread.ts';
import { keptReleases } from './kept-releases.ts';
import { defaultMemoryLimit, MemoryLimit, sparing } from './memory-limit.ts';
import { standingBack, type Command } from './standing-back.ts';

/** The program that builds the site in `source` into `outDir`. */
export type BuildCommand = (source: string, outDir: string) => Command;

/** Is told how each build ended and how long it took, in seconds. One that the server broke off is none. */
export type BuildListener = (outcome: 'ok' | 'failed', seconds: number) => void;

export interface Release {
  commit: string;
  dir: string;
}

export interface BuilderOptions {
  git: Git;
  /** Holds `build/` and `releases/`. */
  dataDir: string;
  /** The `node_modules` that the build uses. */
  modules: string;
  command?: BuildCommand | undefined;
  /** How far it stands back behind other work of the machine, as the program `nice` counts. */
  niceness?: number | undefined;
  /** Most bytes of memory that a build may take; a share of the machine's when absent. */
  memoryLimit?: number | undefined;
  /** Address of the site; the content's own setting when absent. */
  siteUrl?: string | undefined;
  /** Where recordings lie; the build's own folder when absent. */
  recordingsDir?: string | undefined;
}

/** The build ended with an error; the message holds what it found, for the person who publishes. */
export class BuildError extends Error {}

/** A first build draws every picture: with ten thousand entries that takes longer than a quarter of an hour. */
const buildMinutes = 60;

/** The build of a release; it ends when the server does, however that ends. */
export const astroBuild: BuildCommand = (source, outDir) => {
  const program = join(source, 'admin/build-site.ts');
  const args = [...endsWithServer, program, '--outDir', outDir];
  return { file: process.execPath, args };
};

export class Builder {
  readonly #options: BuilderOptions;
  readonly #source: string;
  readonly #releases: string;
  readonly #index: string;
  /** Holds the address with which the served release was built. */
  readonly #address: string;
  readonly #stop = new AbortController();
  /** Called when another release is served and shares its files. */
  onServed: () => void = () => undefined;
  readonly #listeners: BuildListener[] = [];
  #lastSeconds: number | undefined;
  /** Names of folders that are being deleted. */
  readonly #doomed = new Set<string>();
  /** Newest first; the first one is served. */
  #live: Release[] = [];

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#source = join(options.dataDir, 'build');
    this.#releases = join(options.dataDir, 'releases');
    this.#index = join(options.dataDir, 'build-index');
    this.#address = join(options.dataDir, 'served-address');
  }

  /** The release that is served, then the older ones that are kept. */
  get releases(): readonly Release[] {
    return this.#live;
  }

  /** How long the last build took that came to its end since the start, in seconds. */
  get lastSeconds(): number | undefined {
    return this.#lastSeconds;
  }

  /** Takes up the releases from before a restart and removes what a crash left behind. */
  async open(): Promise<void> {
    await mkdir(this.#source, { recursive: true });
    await mkdir(this.#releases, { recursive: true });
    await removeLeftOver(`${this.#index}.lock`);
    const modules = join(this.#source, 'node_modules');
    await rm(modules, { force: true });
    await symlink(this.#options.modules, modules);
    const link = join(this.#releases, 'current');
    if (!existsSync(link)) return;
    const current = basename(await readlink(link));
    const older = (await readdir(this.#releases))
      .filter((name) => /^[0-9a-f]{40}-\d+$/.test(name) && numberOf(name) < numberOf(current))
      .sort((a, b) => numberOf(b) - numberOf(a));
    this.#live = [current, ...older].map((name) => ({
      commit: name.slice(0, 40),
      dir: join(this.#releases, name),
    }));
    // A release of ten thousand entries takes half a minute to delete; the server answers meanwhile.
    void this.#remove(await this.#setAside());
  }

  /** Whether the served release says the site's address as it is set now: pages, feeds and codes hold it. */
  async hasAddress(): Promise<boolean> {
    const served = await readFile(this.#address, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    return served === (this.#options.siteUrl ?? '');
  }

  onBuilt(listener: BuildListener): void {
    this.#listeners.push(listener);
  }

  /** Ends a build that is under way. */
  close(): void {
    this.#stop.abort();
  }

  /** Builds a commit's site without serving it; no other build may be under way. `env` is added to its environment. */
  async build(commit: string, env: Record<string, string> = {}): Promise<Release> {
    this.#stop.signal.throwIfAborted();
    await this.#checkOut(commit);
    // A name of its own: a build whose server was killed may write for a moment longer.
    const outDir = join(this.#releases, `unfinished-${randomUUID()}`);
    const started = performance.now();
    const tell = (outcome: 'ok' | 'failed') => {
      const seconds = (performance.now() - started) / 1000;
      if (outcome === 'ok') this.#lastSeconds = seconds;
      for (const listener of this.#listeners) listener(outcome, seconds);
    };
    try {
      await this.#runBuild(outDir, env);
      tell('ok');
    } catch (error) {
      if (!this.#stop.signal.aborted) tell('failed');
      await inFileThread({ remove: [outDir] });
      throw error;
    }
    const dir = join(this.#releases, `${commit}-${this.#nextNumber()}`);
    await rm(dir, { recursive: true, force: true });
    await rename(outDir, dir);
    return { commit, dir };
  }

  /**
   * Serves a release from now on. What it has in common with the one before becomes one file, and what is too old
   * is deleted, while whoever published has the answer already: with ten thousand entries that takes half a minute.
   */
  async activate(release: Release): Promise<void> {
    const [before] = this.#live;
    const link = join(this.#releases, 'current');
    await rm(`${link}.new`, { force: true });
    // Until it is noted again nobody knows the address: what breaks off here is built anew.
    await rm(this.#address, { force: true });
    await symlink(basename(release.dir), `${link}.new`);
    await rename(`${link}.new`, link);
    this.#live = [release, ...this.#live];
    // It is served, whatever the disk says now: the next start builds once more, and two releases take more of it.
    await this.#noteAddress().catch((error: unknown) => {
      console.error(`Trang mới đã chạy, nhưng lần khởi động sau sẽ dựng lại: ${String(error)}`);
    });
    void this.#tidy(release, before, await this.#setAside());
  }

  #noteAddress(): Promise<void> {
    return writeFile(this.#address, this.#options.siteUrl ?? '', { mode: 0o600 });
  }

  async #tidy(release: Release, before: Release | undefined, doomed: string[]): Promise<void> {
    if (before && before.dir !== release.dir) {
      const share = { dir: release.dir, previous: before.dir };
      await inFileThread({ share }).catch((error: unknown) => {
        console.error(
          `Trang mới đã chạy, nhưng chưa dùng chung được tệp với bản trước: ${String(error)}`,
        );
      });
    }
    this.onServed();
    await this.#remove(doomed);
  }

  async #runBuild(outDir: string, env: Record<string, string>): Promise<void> {
    const {
      siteUrl,
      recordingsDir,
      command = astroBuild,
      niceness = 0,
      memoryLimit = defaultMemoryLimit(),
    } = this.#options;
    const { file, args } = standingBack(niceness, command(this.#source, outDir));
    const timeout = AbortSignal.timeout(buildMinutes * 60 * 1000);
    const memory = new MemoryLimit(memoryLimit);
    const outcome = await runProgram(file, args, {
      cwd: this.#source,
      env: {
        ...environmentWithoutGit(),
        ...sparing(memoryLimit),
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        // The server packs them (`http/site.ts`).
        SITE_DOWNLOADS: 'on-request',
        ...(siteUrl && { SITE_URL: siteUrl }),
        ...(recordingsDir && { RECORDINGS_DIR: recordingsDir }),
        ...env,
      },
      signal: AbortSignal.any([this.#stop.signal, timeout, memory.signal]),
      keepInputOpen: true,
      onStart: (pid) => memory.watch(pid),
    })
      .catch((error: unknown) => {
        if (memory.signal.aborted) throw new BuildError(memory.words);
        throw timeout.aborted
          ? new BuildError(`Dựng trang quá ${buildMinutes} phút nên đã dừng.`)
          : error;
      })
      .finally(() => memory.close());
    if (outcome.code === 0) return;
    const output = `${outcome.stdout.toString()}\n${outcome.stderr}`;
    if (saysDiskFull(output)) throw new DiskFullError(reasonIn(output));
    throw new BuildError(reasonIn(output));
  }

  /** Makes `build/` hold exactly the commit's files; what git does not know there (caches) stays. */
  async #checkOut(commit: string): Promise<void> {
    const env = { GIT_WORK_TREE: this.#source, GIT_INDEX_FILE: this.#index };
    const { git } = this.#options;
    await git.run(['read-tree', '--reset', '-u', commit], { env });
    // Files that a killed server put there before it could note them are nobody's content.
    await git.run(['clean', '-ffdq', '-e', '/node_modules'], { env, cwd: this.#source });
  }

  #nextNumber(): number {
    const [newest] = this.#live;
    return newest ? numberOf(basename(newest.dir)) + 1 : 1;
  }

  /** Gives all but the kept releases names that no build takes, and returns their paths. */
  async #setAside(): Promise<string[]> {
    this.#live = this.#live.slice(0, keptReleases);
    const kept = new Set([
      'current',
      ...this.#live.map(({ dir }) => basename(dir)),
      ...this.#doomed,
    ]);
    const old = (await readdir(this.#releases)).filter((name) => !kept.has(name));
    return Promise.all(
      old.map(async (name) => {
        const doomed = `removed-${randomUUID()}`;
        this.#doomed.add(doomed);
        await rename(join(this.#releases, name), join(this.#releases, doomed));
        return join(this.#releases, doomed);
      }),
    );
  }

  async #remove(doomed: readonly string[]): Promise<void> {
    if (doomed.length === 0) return;
    await inFileThread({ remove: doomed }).catch((error: unknown) => {
      console.error(`Chưa xóa được bản dựng cũ, lần đăng sau sẽ xóa: ${String(error)}`);
    });
    // What could not be deleted is tried again after the next publication.
    for (const path of doomed) this.#doomed.delete(basename(path));
  }
}

function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}

/** The findings in a build's output; its last lines when there are none. */
function reasonIn(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim());
  const findings = lines.filter((line) => /^✗ /.test(line));
  const told = findings.length > 0 ? findings : lines.filter(Boolean).slice(-12);
  return told.join('\n');
}
