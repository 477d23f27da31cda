/** What is wrong with the server at this moment, in Vietnamese, for the console and the review page. */

/** What may be wrong, by the name that `/metrics` gives it. */
export const problemNames = ['main', 'remote', 'release', 'disk'] as const;

export type ProblemName = (typeof problemNames)[number];

type Problem = `${ProblemName}Problem`;

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
    return problemNames.flatMap((name) => this[`${name}Problem`] ?? []);
  }

  /** Sets or clears a problem; a new one is printed once. */
  report(problem: Problem, words: string | undefined): void {
    if (this[problem] === words) return;
    this[problem] = words;
    if (words) console.error(words);
  }
}
