/**
 * Builds the site of a commit beside the one that is served, and switches in one step. Source and
 * caches stay in `build/`, finished sites in `releases/<commit>-<number>/`, each with the list of its files beside it;
 * `releases/current` is a symbolic link to the one that is served. Files that did not change are shared between
 * releases, and a new one is made of the one that would be deleted.
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
import { listBeside } from '#src/integrations/site-folder.ts';
import { DiskFullError, saysDiskFull } from '../machine/disk.ts';
import type { Git } from '../git/git.ts';
import { removeLeftOver } from '../machine/lock.ts';
import { environmentWithoutGit, runProgram } from '../git/process.ts';
import { keptReleases } from './kept-releases.ts';
import { defaultMemoryLimit, MemoryLimit, sparing } from './memory-limit.ts';
import { removeAside } from './remove-aside.ts';
import { SpareSite } from './spare-site.ts';
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
  /** Holds the address with which the served release was built, when that is a whole one. */
  readonly #address: string;
  readonly #stop = new AbortController();
  /** Called when another whole release is served. */
  onServed: () => void = () => undefined;
  readonly #listeners: BuildListener[] = [];
  #lastSeconds: number | undefined;
  /** Names of folders that are being deleted. */
  readonly #doomed = new Set<string>();
  /** Newest first; the first one is served. */
  #live: Release[] = [];
  /** The address with which the served release was built; none when that is not known to be a whole one. */
  #servedAddress: string | undefined;
  /** What the next build makes its own site of. */
  readonly #spare: SpareSite;

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#source = join(options.dataDir, 'build');
    this.#releases = join(options.dataDir, 'releases');
    this.#index = join(options.dataDir, 'build-index');
    this.#address = join(options.dataDir, 'served-address');
    this.#spare = new SpareSite(this.#releases);
  }

  /** The release that is served, then the older ones that are kept. */
  get releases(): readonly Release[] {
    return this.#live;
  }

  /** Whether the served release is a whole one now, and not its pages alone. */
  isWhole(): boolean {
    return this.#servedAddress !== undefined;
  }

  /** Whether it is, and says the site's address as it is set now: pages, feeds and codes hold it. */
  hasAddress(): boolean {
    return this.#servedAddress === this.#siteUrl;
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
    this.#servedAddress = await this.#notedAddress();
    // A release of ten thousand entries takes half a minute to delete; the server answers meanwhile.
    void this.#remove(await this.#setAside());
  }

  onBuilt(listener: BuildListener): void {
    this.#listeners.push(listener);
  }

  /** Ends a build that is under way. */
  close(): void {
    this.#stop.abort();
  }

  /** Leaves the folder of a site that nobody needs any more to the next build; returns what is to be deleted instead. */
  leave(dir: string): string[] {
    return this.#spare.take(dir);
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
      await removeAside([outDir]);
      throw error;
    }
    const dir = join(this.#releases, `${commit}-${this.#nextNumber()}`);
    await rm(dir, { recursive: true, force: true });
    await moveSite(outDir, dir);
    return { commit, dir };
  }

  /**
   * Serves a release from now on. What is too old is left to the next build, or deleted while whoever published has the
   * answer already: with ten thousand entries that takes half a minute. One that is not whole is served here alone, until
   * a whole one is.
   */
  async activate(release: Release, isWhole = true): Promise<void> {
    const link = join(this.#releases, 'current');
    await rm(`${link}.new`, { force: true });
    // Until it is noted again nobody knows the address: what breaks off here is built anew.
    await rm(this.#address, { force: true });
    await symlink(basename(release.dir), `${link}.new`);
    await rename(`${link}.new`, link);
    // A whole one has all that its pages alone had, which no later build can be made of.
    const isOfPages = isWhole && !this.isWhole();
    this.#live = [release, ...this.#live.slice(isOfPages ? 1 : 0)];
    this.#servedAddress = isWhole ? this.#siteUrl : undefined;
    if (isWhole) {
      // It is served, whatever the disk says now: the next start builds once more, and two releases take more of it.
      await this.#noteAddress().catch((error: unknown) => {
        console.error(`Trang mới đã chạy, nhưng lần khởi động sau sẽ dựng lại: ${String(error)}`);
      });
      this.onServed();
    }
    void this.#tidyUp(await this.#setAside());
  }

  /** As it is noted; empty when the content's own setting says it. */
  get #siteUrl(): string {
    return this.#options.siteUrl ?? '';
  }

  #noteAddress(): Promise<void> {
    return writeFile(this.#address, this.#siteUrl, { mode: 0o600 });
  }

  /** The address of the served release; none when that is not known to be a whole one. */
  #notedAddress(): Promise<string | undefined> {
    return readFile(this.#address, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
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
    const previous = this.#live[0]?.dir;
    const over = this.#spare.dir;
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
        // In the environment: the commit's own program may be older than this server, and not know them.
        BUILD_KEEPS_LIST: 'true',
        ...(over && { BUILD_OVER: over }),
        ...(previous && { BUILD_PREVIOUS: previous }),
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

  /**
   * Leaves the newest release that is not kept to the next build, and gives all others names that no build takes;
   * returns their paths.
   */
  async #setAside(): Promise<string[]> {
    const oldest = this.#live[keptReleases];
    this.#live = this.#live.slice(0, keptReleases);
    if (oldest) this.leave(oldest.dir);
    const sites = this.#live.flatMap(({ dir }) => [dir, listBeside(dir)]);
    const kept = new Set([
      'current',
      ...sites.map((path) => basename(path)),
      ...this.#spare.names,
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

  /** Deletes what is too old, and sees that the next build has a site to make its own of. */
  async #tidyUp(doomed: readonly string[]): Promise<void> {
    await this.#remove(doomed);
    const [served] = this.#live;
    if (!served || !this.isWhole()) return;
    await this.#spare.copy(served.dir, this.#stop.signal).catch((error: unknown) => {
      console.error(`Lần dựng sau sẽ lâu hơn, chưa sẵn thư mục cho nó: ${String(error)}`);
    });
  }

  async #remove(doomed: readonly string[]): Promise<void> {
    if (doomed.length === 0) return;
    await removeAside(doomed).catch((error: unknown) => {
      console.error(`Chưa xóa được bản dựng cũ, lần đăng sau sẽ xóa: ${String(error)}`);
    });
    // What could not be deleted is tried again after the next publication.
    for (const path of doomed) this.#doomed.delete(basename(path));
  }
}

/** Moves a site's folder with the list beside it, where there is one. */
export async function moveSite(from: string, to: string): Promise<void> {
  if (existsSync(listBeside(from))) await rename(listBeside(from), listBeside(to));
  await rename(from, to);
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
