/**
 * The finished files of the site, kept from one build to the next: a page that is as it was
 * (`reused-pages.ts`) becomes a second name of what the build before made of it, its compressed copies
 * too, and no step after rendering reads it again.
 */
import { existsSync, globSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { cacheFolder, cacheKey, keptFile } from '../build-cache.ts';
import { filesOf } from '../files-of.ts';
import { isRecipe } from '../model/downloads.ts';
import { indexFolder } from '../search/index-format.ts';
import {
  asInPreview,
  columnsIn,
  filesIn,
  writeList,
  type Columns,
  type Finished,
} from './finished-list.ts';
import { placeAhead, removePlaced } from './place-ahead.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * How files are finished: those of the whole site; those of a preview, by fewer steps; and those of a site whose pages
 * are wanted first (`steps.ts`), which no later build takes over.
 */
export type Kind = 'site' | 'preview' | 'pages';

/** `folder` is the site's own, where Astro does not make it. */
interface How {
  kind?: Kind;
  folder?: SiteFolder | undefined;
}

/** The finished files of one build, by path in the site. */
export class FinishedFiles {
  readonly #kind: Kind;
  readonly #folder: SiteFolder | undefined;
  /** What is made anew, and all of the site once it is finished. */
  #fresh = '';
  #site = '';
  #file = '';
  #made = '';
  #before: ReadonlyMap<string, Finished> = new Map();
  /** Of what is as it was the same objects as before. */
  readonly #next = new Map<string, Finished>();
  /** Path → a name that follows from the bytes. */
  readonly #names = new Map<string, string>();
  #placing: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  /** Paths of what was finished before and does not stand in its place: a kept file is gone. */
  #missing: ReadonlySet<string> = new Set();

  /**
   * Without a folder of its own for what is made anew (Astro's own build), that is the site's.
   */
  constructor({ kind = 'site', folder }: How = {}) {
    this.#kind = kind;
    this.#folder = folder;
  }

  /** The folder of the whole site. */
  get site(): string {
    return this.#site;
  }

  /**
   * Begins, when stylesheets and scripts are in the folder `fresh` of what is made anew. `file` holds what one build
   * leaves to the next; it is away while a build runs, so that after one that broke off nothing is taken over.
   */
  open(fresh: string, file: string): void {
    this.#fresh = fresh;
    this.#site = this.#folder?.dir ?? fresh;
    this.#file = file;
    const from = assets(fresh);
    const site = cacheKey('site', ...from);
    this.#made = cacheKey(this.#kind, ...from);
    const left = this.#take(file, site);
    this.#before = left ? filesIn(left.columns) : new Map();
    const list = this.#folder?.list;
    if (this.#before.size > 0 || list !== undefined) {
      this.#placing = placeAhead({
        ...{ root: this.#site, cache: cacheFolder, list },
        ...{ files: left?.bytes, isPreview: this.#kind === 'preview' },
      });
    }
    // Who waits for it is told.
    this.#placing.catch(() => undefined);
  }

  /**
   * Takes the list in a file, which is then away; nothing when it is not there or broken, or its files were finished in
   * another way: everything is finished anew. `site` names how those of the site are.
   */
  #take(file: string, site: string): { bytes: Buffer; columns: Columns } | undefined {
    try {
      const bytes = readFileSync(file);
      const columns = columnsIn(bytes);
      if (this.#kind === 'preview' && columns.made === site) {
        return { bytes, columns: asInPreview(columns) };
      }
      return columns.made === this.#made ? { bytes, columns } : undefined;
    } catch {
      return undefined;
    } finally {
      rmSync(file, { force: true });
    }
  }

  /**
   * A folder of the former site that a step brings to its new place itself (`search-files.ts`); nothing where there is none to be
   * had. Where no page is as it was the code is another one, and that folder is removed.
   */
  takeFormer(name: string): string | undefined {
    const path = join(this.#site, name);
    if (this.#site === this.#fresh || !existsSync(path)) return undefined;
    const isOfThisCode = !this.#allPlaced().next().done;
    if (!isOfThisCode) rmSync(path, { recursive: true });
    return isOfThisCode ? path : undefined;
  }

  /** Waits until all that the build before left stands in its place: most of it will stay. */
  async ready(): Promise<void> {
    this.#missing = await this.#placing;
  }

  /** Takes away what stands in its place and is not as it was, or is gone. */
  clear(): void {
    for (const [path, known] of this.#before) {
      if (this.#next.get(path) === known || this.#missing.has(path)) continue;
      removePlaced(this.#site, path, Object.keys(known.parts));
    }
  }

  /** Leaves a file of that edition in its place in the site, finished; `false` when it is not kept. */
  place(path: string, edition: string): boolean {
    const known = this.#before.get(path);
    if (known?.edition !== edition || this.#missing.has(path)) return false;
    this.#next.set(path, known);
    return true;
  }

  /** Says that a file is made in this build and may be kept under that edition. */
  expect(path: string, edition: string): void {
    this.#next.set(path, { edition, parts: {} });
  }

  /** Takes a placed file away again, before another is written: nobody writes into a kept one. */
  withdraw(path: string): void {
    const known = this.#placed(path);
    if (!known) return;
    for (const ending of Object.keys(known.parts)) unlinkSync(join(this.#site, path + ending));
    this.expect(path, known.edition);
  }

  /** Whether the file stands finished in its place. */
  isPlaced(path: string): boolean {
    return this.#placed(path) !== undefined;
  }

  #placed(path: string): Finished | undefined {
    const known = this.#next.get(path);
    return known === this.#before.get(path) ? known : undefined;
  }

  *#allPlaced(): Generator<[string, Finished]> {
    for (const [path, known] of this.#next) {
      if (known === this.#before.get(path)) yield [path, known];
    }
  }

  /** The pages that stand finished and that search finds: path → name of the text. */
  placedTexts(): Map<string, string> {
    const texts = new Map<string, string>();
    for (const [path, { text }] of this.#allPlaced()) if (text !== undefined) texts.set(path, text);
    return texts;
  }

  /** The stylesheets of the pages that stand finished. */
  placedStyles(): Set<string> {
    const all = new Set<string>();
    for (const [, { styles = [] }] of this.#allPlaced()) for (const style of styles) all.add(style);
    return all;
  }

  /** Says a name that follows from the bytes of a file that is no page's: who needs one need not read it. */
  nameBytes(path: string, name: string): void {
    this.#names.set(path, name);
  }

  nameOfBytes(path: string): string | undefined {
    return this.#names.get(path);
  }

  /** Notes the kept file, by its path in the cache, of what was made of a file. */
  keep(path: string, ending: string, kept: string): void {
    const known = this.#next.get(path);
    if (known) known.parts[ending] = basename(kept);
  }

  /** Notes the stylesheets of a page. */
  keepStyles(path: string, styles: readonly string[]): void {
    const known = this.#next.get(path);
    if (known) known.styles = styles;
  }

  /** Notes the name of the text by which search finds a page. */
  keepText(path: string, text: string): void {
    const known = this.#next.get(path);
    if (known) known.text = text;
  }

  /** Ends: the site stands whole, and what is in it is left to the next build. */
  close(): void {
    const files = new Map<string, Finished>();
    for (const [path, finished] of this.#next) {
      if (finished.parts[''] === undefined) {
        const file = join(this.#fresh, path);
        // A route that answered with nothing.
        if (!existsSync(file)) continue;
        const bytes = readFileSync(file);
        finished.parts[''] = basename(keptFile(`${cacheKey(bytes)}${extname(path)}`, file));
      }
      files.set(path, finished);
    }
    writeList(this.#file, {
      made: this.#made,
      files,
      others: this.#others(files),
      // What is made of a recipe lies beside it (`src/channels/downloads.ts`).
      growing: [...new Set([...files.keys()].filter(isRecipe).map((path) => dirname(path)))],
    });
    this.#folder?.settle(this.#file);
  }

  /**
   * What is made anew in every build, but for the search index, which its step brings up to date; where Astro makes the
   * folder nobody asks.
   */
  #others(files: ReadonlyMap<string, Finished>): string[] {
    if (!this.#folder) return [];
    const names = new Set<string>();
    for (const [path, finished] of files) {
      if (finished === this.#before.get(path)) continue;
      for (const ending of Object.keys(finished.parts)) names.add(path + ending);
    }
    return filesOf(this.#fresh).filter(
      (name) => !names.has(name) && !name.startsWith(`${indexFolder}/`),
    );
  }
}

/** Astro integration, after all that make files of pages: leaves the finished files to the next build. */
export function keepFinished(finished: FinishedFiles): AstroIntegration {
  return {
    name: 'keep-finished',
    hooks: { 'astro:build:done': () => finished.close() },
  };
}

/** The stylesheets and scripts of a build: parts of them come into its pages. */
export function assets(root: string): Buffer[] {
  return globSync('_astro/*.{css,js}', { cwd: root })
    .sort()
    .map((path) => readFileSync(join(root, path)));
}
