import type { Finding } from '#src/schema/finding.ts';

/** Something that the server will not do, with the reason in Vietnamese for the person who asked. */
export class Refusal extends Error {
  readonly status: number;
  /** Name of the reason, for machines. */
  readonly code: string;
  readonly findings: readonly Finding[];

  constructor(status: number, code: string, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.findings = findings;
  }
}

/** Refuses with 422 when a finding is an error; the message names each, the field first. */
export function refuseFindings(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const lines = errors.map(({ label, field, message }) => {
    const place = field ? `${label} (${field})` : label;
    return place ? `${place}: ${message}` : message;
  });
  throw new Refusal(422, 'invalid-content', lines.join('\n'), errors);
}
