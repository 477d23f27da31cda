import type { Finding } from '../../schema/finding.ts';
import type { Page } from './page.ts';

/** A finished build: its pages, and every file with its size. */
export interface Dist {
  root: string;
  pages: readonly Page[];
  /** Path below the root → bytes. */
  files: ReadonlyMap<string, number>;
}

/** A rule on the finished build. */
export type DistRule = (dist: Dist) => Finding[] | Promise<Finding[]>;

/** A finding about a built page. */
export function pageFinding(page: Page, rule: string, message: string, line?: number): Finding {
  return {
    file: `dist/${page.file}`,
    field: '',
    label: '',
    message,
    rule,
    severity: 'error',
    ...(line ? { line } : {}),
  };
}
