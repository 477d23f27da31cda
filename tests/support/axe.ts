/** What axe finds on a page, by rule and element: WCAG 2.2 AA and good practice. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Decap's own, at the head of the CMS while it loads: out of sight a moment later. */
export const loadingBar = 'canvas';

/** One row a rule that is broken, empty on a page that is right; `without` is left out of sight. */
export async function axeFindings(
  page: Page,
  without?: string,
): Promise<[rule: string, elements: string[]][]> {
  const axe = new AxeBuilder({ page }).withTags(tags);
  const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
