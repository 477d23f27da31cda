import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { ReadResult } from '../schema/entry-file.ts';
import { compress } from './compress.ts';
import { contentGate } from './content-gate.ts';
import { downloads } from './downloads.ts';
import { FinishedFiles, keepFinished } from './finished-files.ts';
import { firstView } from './first-view/first-view.ts';
import { madeFiles } from './made-files.ts';
import { photos } from './photos.ts';
import { recordings } from './recordings.ts';
import { search } from './search.ts';
import type { SiteFolder } from './site-folder.ts';
import { sitemapPlan } from './sitemap-plan.ts';
import { tidyCache } from './tidy-cache.ts';

/**
 * The steps of a build beside the bundling, in their order. `content` is path → what the file says, `site` the
 * site's address, `desk` the step of the CMS; `folder` is the site's own, where Astro does not make it.
 *
 * A preview shows a draft's page to a few people: it needs no sitemap, search index, CMS or
 * compressed copies of its own. The variable names the draft's file
 * (`admin/server/preview/preview-builds.ts`).
 *
 * Of a server's first release readers and editors wait for pages and the CMS: what is to be taken along and compressed
 * copies come with the next one (`admin/server/workflow/publish.ts`).
 */
export function stepsOf(
  content: ReadonlyMap<string, ReadResult>,
  site: string,
  desk: AstroIntegration,
  folder?: SiteFolder,
): { steps: AstroIntegration[]; finished: FinishedFiles } {
  const isPreview = process.env['SITE_PREVIEW'] !== undefined;
  const pagesFirst = process.env['BUILD_PAGES_FIRST'] === 'true';
  const kind = isPreview ? 'preview' : pagesFirst ? 'pages' : 'site';
  const finished = new FinishedFiles({ kind, folder });
  const steps = [
    contentGate(content),
    recordings(content),
    ...(isPreview ? [] : [sitemap(sitemapPlan(content, site)), search(finished)]),
    firstView(finished),
    madeFiles(finished, pagesFirst),
    photos(),
    ...(isPreview ? [] : [desk]),
    ...(kind === 'site' ? [compress(finished), tidyCache()] : []),
    keepFinished(finished),
    downloads(finished),
  ];
  return { steps, finished };
}
