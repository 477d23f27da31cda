import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Finding } from '../../schema/finding.ts';
import { listTypes } from '../../schema/index.ts';
import type { Element, Page } from './page.ts';
import { pageFinding, type Dist } from './rule.ts';

const KiB = 1024;

/**
 * What a page may weigh over the wire until a phone shows its first view: its HTML, which carries the
 * styles of that view, and any stylesheet in its head that a phone waits for.
 */
export const budgets = {
  /** HTML and CSS of a page that is read (articles, documents …), Brotli. */
  reading: 7.5 * KiB,
  /** HTML and CSS of a page that lists, Brotli. */
  listing: 12 * KiB,
  /** HTML of any page before compression: a list goes on on another page. */
  html: 100 * KiB,
  /** All scripts that a page names, Brotli; search loads its index by itself when used. */
  scripts: 12 * KiB,
} as const;

/** The page of one entry; an axis's page lists, whatever else it says. */
const sections = listTypes.filter(({ name }) => name !== 'axis').map(({ pages }) => pages.section);
const isReading = new RegExp(`^(?:${sections.join('|')})/[^/]+/index\\.html$`);

/** Pages stay within their bytes. */
export async function budgetRule(dist: Dist): Promise<Finding[]> {
  const sizes = new Map<string, number>();
  const findings: Finding[] = [];
  for (const page of dist.pages) {
    const styles = await total(dist.root, blockingStyles(page), sizes);
    const scripts = await total(dist.root, attributesOf(page.elements, 'script', 'src'), sizes);
    const reading = isReading.test(page.file);
    const limit = reading ? budgets.reading : budgets.listing;
    const weight = brotli(Buffer.from(page.html)) + styles;
    if (weight > limit) findings.push(tooHeavy(page, 'HTML và CSS', weight, limit));
    const plain = Buffer.byteLength(page.html);
    if (plain > budgets.html)
      findings.push(tooHeavy(page, 'HTML', plain, budgets.html, 'chưa nén'));
    if (scripts > budgets.scripts) {
      findings.push(tooHeavy(page, 'Mã lệnh', scripts, budgets.scripts));
    }
  }
  return findings;
}

function blockingStyles({ elements }: Page): string[] {
  const head = elements.slice(
    0,
    elements.findIndex(({ tag }) => tag === 'body'),
  );
  const forPhones = head.filter(
    ({ attributes }) => attributes['rel'] === 'stylesheet' && attributes['media'] === undefined,
  );
  return attributesOf(forPhones, 'link', 'href');
}

function attributesOf(elements: readonly Element[], tag: string, attribute: string): string[] {
  return elements
    .filter((one) => one.tag === tag)
    .flatMap((one) => one.attributes[attribute] ?? []);
}

async function total(root: string, files: string[], sizes: Map<string, number>): Promise<number> {
  let sum = 0;
  for (const file of new Set(files)) {
    const known =
      sizes.get(file) ?? brotli(await readFile(join(root, new URL(file, 'file:///').pathname)));
    sizes.set(file, known);
    sum += known;
  }
  return sum;
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function tooHeavy(
  page: Page,
  what: string,
  bytes: number,
  limit: number,
  measure = 'Brotli',
): Finding {
  const message = `${what} nặng ${kib(bytes)} (${measure}), tối đa ${kib(limit)}.`;
  return pageFinding(page, 'budget', message);
}

function kib(bytes: number): string {
  return `${(bytes / KiB).toFixed(1)} KiB`;
}
