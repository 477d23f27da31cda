/** What is wrong with the server at this moment, in Vietnamese, for the console and the review page. */

type Problem = 'mainProblem' | 'remoteProblem' | 'diskProblem';

export class Health {
  /** The served site is older than `main`, or the running code is. */
  mainProblem?: string | undefined;
  /** The remote repository and this one are not alike. */
  remoteProblem?: string | undefined;
  /** The disk is full or nearly. */
  diskProblem?: string | undefined;

  /** Sets or clears a problem; a new one is printed once. */
  report(problem: Problem, words: string | undefined): void {
    if (this[problem] === words) return;
    this[problem] = words;
    if (words) console.error(words);
  }
}
