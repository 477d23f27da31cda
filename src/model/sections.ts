/** The site's standing sections: names and addresses of the lists, and the paths back to them. */
import type { Entry } from '#src/load/entry.ts';
import type { TypeName } from '#src/schema/index.ts';
import { identityWords } from '#src/text/identity.ts';
import { words } from '#src/text/vi.ts';
import type { NamedPath } from './head.ts';

export const home: NamedPath = { name: words.home, path: '/' };

/** The lists that the menu shows, in its order. */
export const sections = {
  axes: { name: words.axes, path: '/truc/' },
  articles: { name: words.articles, path: '/bai-viet/' },
  infographics: { name: words.infographics, path: '/infographic/' },
  documents: { name: words.documents, path: '/van-ban/' },
  units: { name: words.units, path: '/don-vi/' },
} as const satisfies Record<string, NamedPath>;

export const identityGuide: NamedPath = { name: identityWords.title, path: '/nhan-dien/' };

export const searchPath = '/tim-kiem/';

/** The way from the home page to a page, both included. */
export function trail(...steps: NamedPath[]): NamedPath[] {
  return [home, ...steps];
}

/** An entry as a step of the way. */
export function step(entry: Entry<TypeName, { title: string }>): NamedPath {
  return { name: entry.data.title, path: entry.address };
}

/** Address of the picture that shows when an entry is shared. */
export function shareCard(entry: Entry<TypeName, { title: string }>) {
  return { path: `/anh-chia-se/${entry.type}/${entry.slug}.png`, alt: entry.data.title };
}
