import { formatFinding, type Finding } from '../schema/finding.ts';

/** Findings as text for a terminal, or as one JSON object a run for machines. */
export function report(findings: readonly Finding[], json: boolean): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (json) return JSON.stringify({ errors, warnings, findings }, null, 2);
  const rows = findings.map(
    (one) => `${one.severity === 'error' ? '✗' : '!'} ${formatFinding(one)}`,
  );
  const total =
    errors + warnings === 0 ? 'Không có lỗi nào.' : `${errors} lỗi, ${warnings} lời nhắc.`;
  return [...rows, total].join('\n');
}
