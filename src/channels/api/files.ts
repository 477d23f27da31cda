/** Every file of the content API, by its path; what is in it is made when it is asked for. */
import { allEntries, bodyText, entries, formerSlugs, retired, settings } from '#src/load/index.ts';
import { absolute } from '#src/model/web-values.ts';
import { catalogue } from './catalogue.ts';
import { entryFile } from './entry.ts';
import { keptBodyTexts } from './kept-texts.ts';
import { indexFile } from './index-file.ts';
import { listFiles } from './lists.ts';
import { apiPaths } from './paths.ts';
import { publish } from './publish.ts';
import { apiSchemas } from './schemas.ts';

/** A file of the API: its path on the site, and how to make what is in it. */
export interface ApiFile {
  path: string;
  make: () => object | Promise<object>;
  /** What all that is in it follows from, where that is less than the file. */
  follows?: () => object;
  /** Whether it is made of code alone, whatever the content. */
  ofCode?: boolean;
}

/** Files by their paths. */
type ApiFiles = ReadonlyMap<string, ApiFile>;

const made = new Map<string, Promise<ApiFiles>>();

/** All files by path, the index first; `site` is the site's own address, with a slash at its end or without. */
export function apiFiles(site: { url: string }): Promise<ApiFiles> {
  const url = new URL(site.url).href;
  // In a build the content stands still: the files and the page about them share one reading.
  const known = import.meta.env.PROD ? made.get(url) : undefined;
  if (known) return known;
  const files = makeFiles({ url }).then((all) => new Map(all.map((file) => [file.path, file])));
  made.set(url, files);
  return files;
}

async function makeFiles(site: { url: string }): Promise<readonly ApiFile[]> {
  const axes = await entries('axis');
  const about = { axes, settings: await settings() };
  const ended = { retired: await retired(), former: await formerSlugs() };
  const all = await catalogue(await allEntries(), ended, {
    site,
    bodyText,
    publish: (src) => publish(src, site),
  });
  return [
    { path: apiPaths.index, make: () => indexFile(all, about) },
    ...listFiles(
      all,
      axes.map(({ slug }) => slug),
    ).map(({ path, list }) => ({ path, make: () => list })),
    ...all.all.map((one) => ({
      path: apiPaths.entry(one.item.id),
      make: async () => entryFile(one, all, await keptBodyTexts(one)),
      // Its hash says fields and body; the body's texts are made of these and of the pictures.
      follows: () => ({
        ...entryFile({ ...one, body: '', fields: {} }, all, { text: '', html: '' }),
        pictures: [...one.pictures],
      }),
    })),
    ...all.gone.map((one) => ({
      path: apiPaths.entry(one.id),
      make: () => ({ $schema: absolute(site, apiPaths.schema('gone')), ...one }),
    })),
    ...apiSchemas(site).map(({ name, make }) => ({
      path: apiPaths.schema(name),
      make,
      ofCode: true,
    })),
  ];
}
