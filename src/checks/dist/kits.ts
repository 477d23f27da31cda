import {
  kitPaths,
  kitTypes,
  picturesOf,
  postersOf,
  printPagesOf,
  shortAddress,
} from '../../model/share-kit.ts';
import type { Finding } from '../../schema/finding.ts';
import { types, type PageTypeName } from '../../schema/index.ts';
import type { Page } from './page.ts';
import { pageFinding, type Dist } from './rule.ts';

interface Named {
  type: PageTypeName;
  slug: string;
}

/** Every page of an entry that has a share kit has the whole of it, whoever links to which part. */
export function kits({ pages, files }: Dist): Finding[] {
  return pages.flatMap((page) => {
    const entry = entryOf(page);
    const missing = entry ? kitFiles(entry).filter((file) => !files.has(file)) : [];
    return missing.map((file) => pageFinding(page, 'kit', `Bộ chia sẻ thiếu tệp ${file}.`));
  });
}

/** The entry of a page; none for a page that is retired, which no search engine may list. */
function entryOf(page: Page): Named | undefined {
  const slug = page.address.split('/')[2] ?? '';
  const type = kitTypes.find((name) => types[name].address(slug) === page.address);
  const isRetired = page.elements.some(
    ({ attributes }) =>
      attributes['name'] === 'robots' && attributes['content']?.includes('noindex'),
  );
  return type && !isRetired ? { type, slug } : undefined;
}

/** Its share card is checked with the page's head; a long script stands only where there is much to say. */
function kitFiles(entry: Named): string[] {
  const { kit, zip, qrSvg, qrPng } = kitPaths(entry);
  const { path } = shortAddress(entry, { url: 'https://site.example/' });
  return [
    kit,
    `${kit}loa-1-phut.txt`,
    zip,
    qrSvg,
    qrPng,
    path,
    ...picturesOf(entry).map((picture) => picture.path),
    ...printPagesOf(entry).map(({ page }) => page),
    ...postersOf(entry).map(({ pdf }) => pdf),
  ].map((address) => address.slice(1) + (address.endsWith('/') ? 'index.html' : ''));
}
