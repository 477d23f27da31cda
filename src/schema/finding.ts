/** One thing found wrong in content: where, what, and what to do, in Vietnamese. */
export interface Finding {
  /** Path in the repository, such as `content/articles/x.mdx`. */
  file: string;
  /** Name of the field as in the file, dotted (`sources.0.locator`); `body` for the text; empty for the file itself. */
  field: string;
  /** Label of the field as the form shows it. */
  label: string;
  /** What is wrong and what to do. */
  message: string;
  /** 1-based line in the file, where known. */
  line?: number;
  /** Name of the rule, for machines. */
  rule: string;
  /** `error` stops a merge and a build; `warning` is advice. */
  severity: 'error' | 'warning';
}

/** One line for a terminal or a toast: `file:line · Nhãn (field): message`. */
export function formatFinding(finding: Finding): string {
  const place = finding.line ? `${finding.file}:${finding.line}` : finding.file;
  const field = finding.field ? ` · ${finding.label} (${finding.field})` : '';
  return `${place}${field}: ${finding.message}`;
}
