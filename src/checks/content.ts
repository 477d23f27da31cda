/** The rules on content: each file by itself, then the files together. */
import { readEntryFile } from '../schema/entry-file.ts';
import type { Finding } from '../schema/finding.ts';
import { characters } from './content/characters.ts';
import { closedSets } from './content/closed-sets.ts';
import { dates } from './content/dates.ts';
import { duplicates } from './content/duplicates.ts';
import { links } from './content/links.ts';
import { references } from './content/references.ts';
import type { ContentRule } from './content/rule.ts';
import { shortIds } from './content/short-ids.ts';
import { slugs } from './content/slugs.ts';
import { unfinishedTexts } from './content/unfinished.ts';

const rules: readonly ContentRule[] = [
  duplicates,
  references,
  dates,
  closedSets,
  links,
  characters,
  shortIds,
  slugs,
  unfinishedTexts,
];

const mediaFolder = 'content/media/';
const mediaName = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpe?g|png|webp|avif)$/;

/**
 * Checks all content. `files` maps each path below `content/` to its text; pictures map to ''.
 * The findings come in the order of the files.
 */
export function checkContent(files: ReadonlyMap<string, string>): Finding[] {
  const findings: Finding[] = [];
  const entries = [];
  for (const [path, raw] of files) {
    if (path.startsWith(mediaFolder)) {
      findings.push(...checkMediaName(path));
      continue;
    }
    const result = readEntryFile(path, raw);
    findings.push(...result.findings);
    if (result.entry) entries.push(result.entry);
  }
  const content = { entries, paths: new Set(files.keys()) };
  for (const rule of rules) findings.push(...rule(content));
  return findings.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

function checkMediaName(path: string): Finding[] {
  if (mediaName.test(path.slice(mediaFolder.length))) return [];
  return [
    {
      file: path,
      field: '',
      label: '',
      message:
        'Tên ảnh không dùng được. Hãy dùng chữ thường không dấu, chữ số, gạch nối, đuôi jpg, png, webp hoặc avif.',
      rule: 'media-name',
      severity: 'error',
    },
  ];
}
