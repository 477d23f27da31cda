/** What the pages of a site are made of beside its content. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a page may be made of beside content: when any of it changes, every page is rendered. */
const code = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'content/colors.json',
];

/** Which pages a preview has, and where downloads are made, is in no page. */
const inNoPage = ['SITE_PREVIEW', 'SITE_DOWNLOADS'];

let made: string | undefined;

/** A name for all that pages are made of beside content, read once: a build's code stands still. */
export function madeOf(): string {
  return (made ??= readMade());
}

function readMade(): string {
  const hash = createHash('sha256').update(process.version);
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (/^(?:SITE_|NODE_ENV$)/.test(name) && !inNoPage.includes(name)) {
      hash.update(`${name}=${value}\0`);
    }
  }
  for (const path of code) {
    for (const found of globSync([path, `${path}/**`], { withFileTypes: true })) {
      if (!found.isFile()) continue;
      const name = join(found.parentPath, found.name);
      hash.update(`${name}\0`).update(readFileSync(name)).update('\0');
    }
  }
  return hash.digest('hex');
}
