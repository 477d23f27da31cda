/** The rules on a finished build. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../schema/finding.ts';
import { budgetRule } from './dist/budgets.ts';
import { head } from './dist/head.ts';
import { html } from './dist/html.ts';
import { kits } from './dist/kits.ts';
import { links } from './dist/links.ts';
import { readPage, type Page } from './dist/page.ts';
import { pictures } from './dist/pictures.ts';
import type { Dist, DistRule } from './dist/rule.ts';
import { thirdParty } from './dist/third-party.ts';
import { isRecipe, madeFrom } from '../model/downloads.ts';

const rules: readonly DistRule[] = [html, links, thirdParty, head, budgetRule, pictures, kits];

/** Checks the build in `root`; rejects when there is none. */
export async function checkDist(root: string): Promise<Finding[]> {
  const dist = await readDist(root);
  const findings: Finding[] = [];
  for (const rule of rules) findings.push(...(await rule(dist)));
  return findings.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

async function readDist(root: string): Promise<Dist> {
  const files = new Map<string, number>();
  const pages: Page[] = [];
  const listing = await readdir(root, { recursive: true, withFileTypes: true });
  for (const item of listing.filter((one) => one.isFile())) {
    const path = join(item.parentPath, item.name);
    const file = relative(root, path).split(sep).join('/');
    files.set(file, (await stat(path)).size);
    // Made when somebody asks for it: as good as there.
    if (isRecipe(file)) for (const made of madeFrom(file)) files.set(made, 0);
    // The CMS's page is an application with rules of its own; a bulletin's mail is no page.
    if (file.endsWith('.html') && !file.startsWith('admin/') && !file.endsWith('/thu.html')) {
      pages.push(readPage(file, await readFile(path, 'utf8')));
    }
  }
  return { root, pages, files };
}
