/** Where the content API stands: plain files, on any host. */
import type { PageTypeName } from '#src/schema/index.ts';

/** A change that would break those who read it stands under another number. */
export const apiVersion = 1;

export const apiRoot = `/api/noi-dung/v${apiVersion}/`;

/** Entries on one page of a list. */
export const apiPageLength = 100;

export const apiPaths = {
  index: `${apiRoot}index.json`,
  entry: (id: string) => `${apiRoot}muc/${id}.json`,
  schema: (name: string) => `${apiRoot}schema/${name}.json`,
};

/** Folders of the lists; their pages are `1.json`, `2.json` … */
export const apiLists = {
  all: `${apiRoot}tat-ca/`,
  gone: `${apiRoot}da-go/`,
  type: (name: PageTypeName) => `${apiRoot}loai/${name}/`,
  axis: (slug: string) => `${apiRoot}truc/${slug}/`,
};

/** Path of a page of a list, from 1. */
export function apiListPage(folder: string, page: number): string {
  return `${folder}${page}.json`;
}
