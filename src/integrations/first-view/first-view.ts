/**
 * What a page's first view needs comes with the page: most readers come once, from a link in Zalo,
 * over a slow line. Styles of the first view and small scripts stand in the HTML, and a policy in it
 * names them by hash, so that the page is as safe on any host.
 */
import { readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheKey, kept } from '../../build-cache.ts';
import { codeReached } from '../../code-reached.ts';
import { filesOf } from '../../files-of.ts';
import { linkOrCopy } from '../../link-file.ts';
import { assets, type FinishedFiles } from '../finished-files.ts';
import { withPolicy } from './policy.ts';
import { Scripts } from './scripts.ts';
import { Styles, stylesheetsOf } from './styles.ts';
import { withWholeNames } from './unbroken.ts';

/** Astro integration: rewrites every page of a finished build but the CMS's, which has its own way. */
export function firstView(finishedFiles: FinishedFiles): AstroIntegration {
  return {
    name: 'first-view',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        const files = filesOf(root).filter(
          (path) =>
            path.endsWith('.html') && !path.startsWith('admin/') && !finishedFiles.isPlaced(path),
        );
        const styles = new Styles(root);
        styles.serve(finishedFiles.placedStyles());
        const scripts = new Scripts(root);
        const made = cacheKey(
          ...codeReached('src/integrations/first-view/first-view.ts'),
          ...assets(root),
        );
        for (const file of files) {
          const path = join(root, file);
          const html = readFileSync(path, 'utf8');
          const sheets = stylesheetsOf(html);
          styles.serve(sheets);
          const finished = await kept(`${cacheKey(made, html)}.html`, async () => {
            const lean = withWholeNames(withoutIdleSpace(withoutSearchMarks(html)));
            return Buffer.from(withPolicy(await scripts.inline(await styles.inline(lean))));
          });
          unlinkSync(path);
          linkOrCopy(finished, path);
          finishedFiles.keep(file, '', finished);
          finishedFiles.keepStyles(file, sheets);
        }
        await styles.leaveFacesInPages();
        logger.info(`${files.length} pages in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** The search index is made (`src/integrations/search.ts`): what it was told is of no use to readers. */
function withoutSearchMarks(html: string): string {
  return html.replaceAll(/<[a-z][^>]*>/g, (tag) =>
    tag.replaceAll(/ data-pagefind-[a-z]+(?:="[^"]*")?/g, ''),
  );
}

const block =
  '(?:article|aside|blockquote|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|head|header|html|li|link|main|meta|nav|[ou]l|p|script|section|style|summary|table|tbody|t[dhr]|thead|title)';
const spaceBefore = new RegExp(`\\s+(?=</?${block}[\\s>])`, 'g');
const spaceAfter = new RegExp(`(</?${block}(?:\\s[^>]*)?>)\\s+`, 'g');

/** Space at the edge of a block is not seen, but takes its bytes; inside `<pre>` it is seen. */
function withoutIdleSpace(html: string): string {
  if (html.includes('<pre')) return html;
  return html.replaceAll(spaceBefore, '').replaceAll(spaceAfter, '$1');
}
