/** The lists of the content API, in pages of a hundred. */
import { absolute } from '#src/model/web-values.ts';
import { pageTypes } from '#src/schema/index.ts';
import type { Catalogue } from './catalogue.ts';
import { apiListPage, apiLists, apiPageLength, apiPaths } from './paths.ts';
import type { ApiGone, ApiItem, ApiList } from './shapes.ts';

export interface ListFile {
  path: string;
  list: ApiList;
}

/** Every page of every list; `axes` are slugs. */
export function listFiles(catalogue: Catalogue, axes: readonly string[]): ListFile[] {
  const { site, all, gone, ofType, ofAxis } = catalogue;
  const itemsOf = (some: typeof all) => some.map(({ item }) => item);
  return [
    ...pagesOf(apiLists.all, itemsOf(all), site),
    ...pagesOf(apiLists.gone, gone, site),
    ...pageTypes.flatMap(({ name }) => pagesOf(apiLists.type(name), itemsOf(ofType(name)), site)),
    ...axes.flatMap((slug) => pagesOf(apiLists.axis(slug), itemsOf(ofAxis(slug)), site)),
  ];
}

/** A list without an item has one page. */
function pagesOf(
  folder: string,
  items: readonly (ApiItem | ApiGone)[],
  site: { url: string },
): ListFile[] {
  const pages = Math.max(1, Math.ceil(items.length / apiPageLength));
  const url = (page: number) => absolute(site, apiListPage(folder, page));
  return Array.from({ length: pages }, (_, index) => index + 1).map((page) => ({
    path: apiListPage(folder, page),
    list: {
      $schema: absolute(site, apiPaths.schema('list')),
      page,
      pages,
      total: items.length,
      ...(page > 1 && { previous: url(page - 1) }),
      ...(page < pages && { next: url(page + 1) }),
      items: items.slice((page - 1) * apiPageLength, page * apiPageLength),
    },
  }));
}
