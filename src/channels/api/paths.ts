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
  all: `${apiRoot}tat-ca/`,
  type: (name: PageTypeName) => `${apiRoot}loai/${name}/`,
  axis: (slug: string) => `${apiRoot}truc/${slug}/`,
  schema: (name: string) => `${apiRoot}schema/${name}.json`,
};
