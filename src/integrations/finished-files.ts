/**
 * The finished files of the site, kept from one build to the next: a page that is as it was
 * (`reused-pages.ts`) becomes a second name of what the build before made of it, its compressed copies
 * too, and no step after rendering reads it again.
 */
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { cacheFolder, cacheKey, keptFile } from '../build-cache.ts';
import { placeAhead, removePlaced, type Placed } from './place-ahead.ts';
import type { SiteFolder } from './site-folder.ts';

/** What was made of one file of the site. Names are those in the cache (`src/build-cache.ts`). */
interface Finished {
  /** The build that rendered it. */
  edition: string;
  /** What its name in the site ends with beyond its own (``, `.br`, `.gz`) → name. */
  parts: Record<string, string>;
  /** Of a page: the addresses of its stylesheets. */
  styles?: readonly string[] | undefined;
  /** Of a page that search finds: the name of its text. */
  text?: string;
}

/** What a build leaves to the next one. */
interface Left {
  /** What else files are finished with: stylesheets, scripts, the steps that were taken. */
  made: string;
  files: Record<string, Finished>;
}

/** `folder` is the site's own, where Astro does not make it. */
interface How {
  isPreview?: boolean;
  folder?: SiteFolder | undefined;
}

/** The finished files of one build, by path in the site. */
export class FinishedFiles {
  readonly #isPreview: boolean;
  readonly #folder: SiteFolder | undefined;
  /** What is made anew, and all of the site once it is finished. */
  #fresh = '';
  #site = '';
  #file = '';
  #made = '';
  #before: Left['files'] = {};
  readonly #next = new Map<string, Finished>();
  readonly #placed = new Set<string>();
  #placing: Promise<Set<string>> = Promise.resolve(new Set());
  /** What stands in its place already, though nobody has said yet that it is as it was. */
  #ahead = new Set<string>();

  /**
   * Files of a preview are finished by fewer steps than those of the site. Without a folder of its own for what is made
   * anew (Astro's own build), that is the site's.
   */
  constructor({ isPreview = false, folder }: How = {}) {
    this.#isPreview = isPreview;
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
    const [site, preview] = ['site', 'preview'].map((steps) => cacheKey(steps, ...from));
    this.#made = this.#isPreview ? preview! : site!;
    try {
      const left = JSON.parse(readFileSync(file, 'utf8')) as Left;
      if (left.made === this.#made) this.#before = left.files;
      else if (this.#isPreview && left.made === site) this.#before = asInPreview(left.files);
    } catch {
      // Nothing was left: everything is finished anew.
    } finally {
      rmSync(file, { force: true });
    }
    const files = Object.entries(this.#before).map(placedOf);
    const list = this.#folder?.list;
    if (files.length > 0 || list !== undefined) {
      this.#placing = placeAhead({ root: this.#site, cache: cacheFolder, files, list });
    }
    // Who waits for it is told.
    this.#placing.catch(() => undefined);
  }

  /** Waits until all that the build before left stands in its place: most of it will stay. */
  async ready(): Promise<void> {
    this.#ahead = await this.#placing;
  }

  /** Takes away what stands in its place and is not as it was, or is gone. */
  clear(): void {
    for (const path of this.#ahead) removePlaced(this.#site, placedOf([path, this.#before[path]!]));
    this.#ahead.clear();
  }

  /** Leaves a file of that edition in its place in the site, finished; `false` when it is not kept. */
  place(path: string, edition: string): boolean {
    const known = this.#before[path];
    if (known?.edition !== edition || !this.#ahead.delete(path)) return false;
    this.#next.set(path, known);
    this.#placed.add(path);
    return true;
  }

  /** Says that a file is made in this build and may be kept under that edition. */
  expect(path: string, edition: string): void {
    this.#next.set(path, { edition, parts: {} });
  }

  /** Takes a placed file away again, before another is written: nobody writes into a kept one. */
  withdraw(path: string): void {
    const known = this.#next.get(path);
    if (!known || !this.#placed.delete(path)) return;
    for (const ending of Object.keys(known.parts)) unlinkSync(join(this.#site, path + ending));
    this.expect(path, known.edition);
  }

  /** Whether the file stands finished in its place. */
  isPlaced(path: string): boolean {
    return this.#placed.has(path);
  }

  /** The pages that stand finished and that search finds: path → name of the text. */
  placedTexts(): Map<string, string> {
    return new Map(
      [...this.#placed].flatMap((path) => {
        const text = this.#next.get(path)?.text;
        return text === undefined ? [] : [[path, text] as const];
      }),
    );
  }

  /** The stylesheets of the pages that stand finished. */
  placedStyles(): Set<string> {
    return new Set([...this.#placed].flatMap((path) => this.#next.get(path)?.styles ?? []));
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
    const files: Left['files'] = {};
    for (const [path, finished] of this.#next) {
      if (finished.parts[''] === undefined) {
        const file = join(this.#fresh, path);
        // A route that answered with nothing.
        if (!existsSync(file)) continue;
        const bytes = readFileSync(file);
        finished.parts[''] = basename(keptFile(`${cacheKey(bytes)}${extname(path)}`, file));
      }
      files[path] = finished;
    }
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify({ made: this.#made, files } satisfies Left));
    this.#folder?.settle(this.#file);
  }
}

/** Astro integration, after all that make files of pages: leaves the finished files to the next build. */
export function keepFinished(finished: FinishedFiles): AstroIntegration {
  return {
    name: 'keep-finished',
    hooks: { 'astro:build:done': () => finished.close() },
  };
}

/** Files of the site as a preview has them: without compressed copies and the texts of search. */
function asInPreview(files: Left['files']): Left['files'] {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, { edition, parts, styles }]) => {
      const page = parts[''];
      return page === undefined ? [] : [[path, { edition, parts: { '': page }, styles }]];
    }),
  );
}

function placedOf([path, { parts, text }]: [string, Finished]): Placed {
  return { path, parts, needs: text };
}

/** The stylesheets and scripts of a build: parts of them come into its pages. */
export function assets(root: string): Buffer[] {
  return globSync('_astro/*.{css,js}', { cwd: root })
    .sort()
    .map((path) => readFileSync(join(root, path)));
}
