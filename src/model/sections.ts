/** The site's standing sections: names and addresses of the lists, and the paths back to them. */
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { listTypes, types, type PageTypeName } from '#src/schema/index.ts';
import { identityWords } from '#src/text/identity.ts';
import { readingWords } from '#src/text/reading.ts';
import { words } from '#src/text/vi.ts';
import type { NamedPath } from './page-info.ts';

export const home: NamedPath = { name: words.home, path: '/' };

/** The list of a type. */
export function sectionOf(name: PageTypeName): NamedPath {
  return { name: types[name].words.many, path: `/${types[name].pages.section}/` };
}

/** The lists that the header's menu shows, in its order. */
export const menu: readonly NamedPath[] = listTypes
  .filter(({ pages }) => pages.menu !== undefined)
  .sort((a, b) => a.pages.menu! - b.pages.menu!)
  .map(({ name }) => sectionOf(name));

/** The lists that stand in the footer. */
export const moreSections: readonly NamedPath[] = listTypes
  .filter(({ pages }) => pages.menu === undefined)
  .map(({ name }) => sectionOf(name));

export const archive: NamedPath = { name: words.archive.title, path: '/luu-tru/' };
export const titleIndex: NamedPath = { name: words.titleIndex.title, path: '/muc-luc/' };
export const roadmap: NamedPath = { name: words.roadmap.title, path: '/lo-trinh/' };
export const subscriptions: NamedPath = { name: words.subscribe.title, path: '/dang-ky/' };
export const readingSettings: NamedPath = { name: readingWords.title, path: '/cach-doc/' };
export const dataGuide: NamedPath = { name: words.data.title, path: '/du-lieu/' };
export const identityGuide: NamedPath = { name: identityWords.title, path: '/nhan-dien/' };

export const searchPath = '/tim-kiem/';

/** The way from the home page to a page, both included. */
export function trail(...steps: NamedPath[]): NamedPath[] {
  return [home, ...steps];
}

/** What an entry is called where space is short. */
export function nameOf(entry: AnyEntry): string {
  const { title, shortTitle } = commonOf(entry);
  return shortTitle ?? title;
}

/** An entry as a step of the way. */
export function step(entry: AnyEntry): NamedPath {
  return { name: nameOf(entry), path: entry.address };
}

/** Address of the picture that stands for an entry on the site (`src/drawing/entry-picture.ts`). */
export function entryPictureOf({ type, slug }: { type: string; slug: string }): string {
  return `/hinh/${type}/${slug}.svg`;
}

/** Address of the picture that shows when an entry is shared. */
export function shareCard(entry: AnyEntry) {
  return { path: `/anh-chia-se/${entry.type}/${entry.slug}.png`, alt: nameOf(entry) };
}
