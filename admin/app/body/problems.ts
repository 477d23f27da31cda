/** What is wrong with a body, one line each, as the form shows it. */
import { checkBody } from '#src/schema/body.ts';

export function problemsOf(body: string): string[] {
  return checkBody(body).map(({ line, message }) => `Nội dung, dòng ${line}: ${message}`);
}
