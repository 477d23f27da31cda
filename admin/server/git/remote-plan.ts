/** What to do about a draft's branch, of which this server and a remote repository each have a copy. */

export interface Copies {
  /** Its commit here, there, and when the two were last alike; `undefined` for no branch. */
  here: string | undefined;
  there: string | undefined;
  agreed: string | undefined;
}

/**
 * - `agree`: they are alike, note it
 * - `push`: only this side has moved; also when it deleted the branch
 * - `gone-there`: it was deleted there
 * - `moved-there`: somebody wrote on it there
 * - `none`: nothing to do; a branch that is only there belongs to somebody else
 */
export type Step = 'agree' | 'push' | 'gone-there' | 'moved-there' | 'none';

export function stepFor({ here, there, agreed }: Copies): Step {
  if (here === there) return here === agreed ? 'none' : 'agree';
  if (there === agreed) return 'push';
  if (here === undefined) return 'none';
  return there === undefined ? 'gone-there' : 'moved-there';
}
