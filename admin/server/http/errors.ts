import type { Finding } from '#src/schema/finding.ts';
import { diskProblemOf, isDiskFull } from '../machine/disk.ts';

/** Something that the server will not do, with the reason in Vietnamese for the person who asked. */
export class Refusal extends Error {
  readonly status: number;
  /** Name of the reason, for machines. */
  readonly code: string;
  readonly findings: readonly Finding[];
  /** Further parts of the answer, as JSON, such as the id of a text that was kept. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    findings: readonly Finding[] = [],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.findings = findings;
    this.details = details;
  }
}

/** Refuses with 422 when a finding is an error; the message names each by the label of its field. */
export function refuseFindings(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const lines = errors.map(({ label, message }) => (label ? `${label}: ${message}` : message));
  throw new Refusal(422, 'invalid-content', lines.join('\n'), errors);
}

/**
 * An error of a request as a refusal in Vietnamese: ours as it is, Fastify's own in our words, and
 * everything else as a failure of the server (500) that names the request for its operator.
 */
export function asRefusal(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  const diskProblem = diskProblemOf(error);
  if (diskProblem !== undefined) {
    return new Refusal(507, isDiskFull(error) ? 'disk-full' : 'disk-read-only', diskProblem);
  }
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (statusCode >= 500) {
    const message = `Máy chủ gặp lỗi, chưa làm được việc này. Hãy báo người quản trị mã ${requestId}.`;
    return new Refusal(500, 'server-error', message);
  }
  const words: Record<number, string> = {
    413: 'Nội dung gửi lên quá lớn. Hãy viết ngắn lại, bớt ảnh hoặc thu nhỏ ảnh, rồi gửi lại.',
    415: 'Yêu cầu phải ở dạng application/json.',
  };
  return new Refusal(statusCode, code, words[statusCode] ?? 'Yêu cầu không đúng dạng.');
}
