/** The site's own address, needed before Astro starts: for canonical links, the sitemap and feeds. */
import { readFileSync } from 'node:fs';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';

const path = 'content/settings/site.yml';

/** `SITE_URL` when the deployment sets it, else the address in the settings. */
export function siteUrl(root: URL): string {
  if (process.env.SITE_URL) return process.env.SITE_URL;
  const { entry, findings } = readEntryFile(path, readFileSync(new URL(path, root), 'utf8'));
  if (!entry) throw new Error(findings.map(formatFinding).join('\n'));
  return entry.data.siteUrl as string;
}
