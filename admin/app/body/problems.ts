/** What is wrong with a body, as the form shows it: where it is, and what can be put right at once. */
import {
  checkBody,
  parseBody,
  plainText,
  type BodyFix,
  type BodyProblem,
} from '#src/schema/body.ts';

export interface FormProblem extends Pick<BodyProblem, 'message' | 'part' | 'line' | 'fix'> {
  /** How the part begins in which it is; empty where that part has no words. */
  near: string;
}

/** Longest beginning of a part, in letters. */
const longest = 40;

export function problemsOf(body: string): FormProblem[] {
  const problems = checkBody(body);
  if (problems.length === 0 || problems[0]?.rule === 'body-syntax') {
    return problems.map((problem) => ({ ...problem, near: '' }));
  }
  const parts = parseBody(body).children;
  return problems.map((problem) => ({
    ...problem,
    near: beginning(plainText(parts[problem.part]!)),
  }));
}

function beginning(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s\S*$/, '')}…`;
}

/** The body with the fix made. */
export function fixed(body: string, { start, end, text }: BodyFix): string {
  const whole = body.normalize('NFC');
  return whole.slice(0, start) + text + whole.slice(end);
}
