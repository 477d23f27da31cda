/** The rules on content: each file by itself, then the files together. */
import { readEntryFile, type ReadResult } from '../schema/entry-file.ts';
import type { Finding } from '../schema/finding.ts';
import { characters } from './content/characters.ts';
import { closedSets } from './content/closed-sets.ts';
import { checkColors, colorsPath } from './content/colors.ts';
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
  const read = ([path, raw]: [string, string]) => [path, readOne(path, () => raw)] as const;
  return checkRead(new Map([...files].map(read)));
}

/** What a file below `content/` says by itself; `text` is not asked for a picture's. */
export function readOne(path: string, text: () => string): ReadResult {
  if (path.startsWith(mediaFolder)) return { findings: checkMediaName(path) };
  if (path === colorsPath) return { findings: checkColors(text()) };
  return readEntryFile(path, text());
}

/** As `checkContent`, for files that were read before: path → what each says by itself. */
export function checkRead(files: ReadonlyMap<string, ReadResult>): Finding[] {
  const results = [...files.values()];
  const findings = results.flatMap((result) => result.findings);
  const entries = results.flatMap(({ entry }) => entry ?? []);
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
