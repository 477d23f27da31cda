/** What is wrong with the server at this moment, in Vietnamese, for the console and the review page. */

type Problem = 'mainProblem' | 'remoteProblem' | 'releaseProblem' | 'diskProblem';

export class Health {
  /** The served site is older than `main`, or the running code is. */
  mainProblem?: string | undefined;
  /** The remote repository and this one are not alike. */
  remoteProblem?: string | undefined;
  /** Not every place that serves the site has the release that is served here. */
  releaseProblem?: string | undefined;
  /** The disk is full or nearly. */
  diskProblem?: string | undefined;

  /** All that is wrong, in words. */
  get problems(): string[] {
    const { mainProblem, remoteProblem, releaseProblem, diskProblem } = this;
    const all = [mainProblem, remoteProblem, releaseProblem, diskProblem];
    return all.filter((words) => words !== undefined);
  }

  /** Sets or clears a problem; a new one is printed once. */
  report(problem: Problem, words: string | undefined): void {
    if (this[problem] === words) return;
    this[problem] = words;
    if (words) console.error(words);
  }
}
