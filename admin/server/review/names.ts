/** What the entries on the site are called, for pages that point at them. */
import { locate, pathOf } from '#src/schema/entry-file.ts';
import { allTypes } from '#src/schema/index.ts';
import { frontOf } from '../content/change-files.ts';
import type { TitleOf } from '../content/compare.ts';
import { isEntryPath } from '../content/files.ts';
import type { Git } from '../git/git.ts';

export interface Names {
  titleOf: TitleOf;
  /** Whether the site has a file at this path. */
  has: (path: string) => boolean;
  /** Slug, name and place (1 to 7) of every axis, in order. */
  axes: readonly { slug: string; title: string; order: number }[];
}

interface Front {
  title: string | undefined;
  order: number;
}

export class EntryNames {
  readonly #git: Git;
  /** By the version of the file: what is known of it holds for ever. */
  readonly #fronts = new Map<string, Front>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** The names as the site has them at a commit of `main`. */
  async at(main: string): Promise<Names> {
    const files = (await this.#git.files(main, 'content/')).filter(({ path }) => isEntryPath(path));
    const unknown = files.filter(({ sha }) => !this.#fronts.has(sha));
    const texts = await this.#git.blobs(unknown.map(({ sha }) => sha));
    unknown.forEach(({ path, sha }, i) => {
      const { title, order } = frontOf(locate(path)!.type, texts[i]!.toString());
      this.#fronts.set(sha, {
        title: typeof title === 'string' ? title : undefined,
        order: typeof order === 'number' ? order : 0,
      });
    });
    const byPath = new Map(files.map(({ path, sha }) => [path, this.#fronts.get(sha)!]));
    const axes = [...byPath].flatMap(([path, { title, order }]) => {
      const place = locate(path)!;
      return place.type.name === 'axis'
        ? [{ slug: place.slug, title: title ?? place.slug, order }]
        : [];
    });
    return {
      titleOf: (name, slug) => {
        const type = allTypes.find((known) => known.name === name);
        return (type && byPath.get(pathOf(type, slug))?.title) ?? slug;
      },
      has: (path) => byPath.has(path),
      axes: axes.sort((a, b) => a.order - b.order),
    };
  }
}
