/** Advice on a text, in view of what stands on the site: its addresses, its list of everyday words. */
import { adviceOn, type Advice, type AdviceContext } from '#src/checks/advice.ts';
import { siteAddresses } from '#src/checks/content/links.ts';
import { pathOf, splitEntryFile } from '#src/schema/entry-file.ts';
import { types, type ContentType } from '#src/schema/index.ts';
import type { Git } from '../git/git.ts';
import { frontOf, textsAt } from './change-files.ts';
import type { LiveEntries } from './live-entries.ts';

export class Advisor {
  readonly #git: Git;
  readonly #live: LiveEntries;
  #known: { commit: string; context: Required<AdviceContext> } | undefined;

  constructor(git: Git, live: LiveEntries) {
    this.#git = git;
    this.#live = live;
  }

  /** What could read better; `main` is the commit of the site. */
  async advise(
    main: string,
    type: ContentType,
    data: Readonly<Record<string, unknown>>,
    body: string,
  ): Promise<Advice[]> {
    return adviceOn(type, data, body, await this.#context(main));
  }

  /** The same for a file; its links are left to the checks, which a review shows beside it. */
  async adviseFile(main: string, type: ContentType, text: string): Promise<Advice[]> {
    const { everydayWords } = await this.#context(main);
    const body = type.extension === 'mdx' ? (splitEntryFile(text)?.body ?? '') : '';
    return adviceOn(type, frontOf(type, text), body, { everydayWords });
  }

  async #context(commit: string): Promise<Required<AdviceContext>> {
    if (this.#known?.commit === commit) return this.#known.context;
    const path = pathOf(types.settings, 'site');
    const [settings, entries] = await Promise.all([
      textsAt(this.#git, commit, [path]),
      this.#live.at(commit),
    ]);
    const { everydayWords } = frontOf(types.settings, settings.get(path) ?? '');
    const context = {
      everydayWords: Array.isArray(everydayWords)
        ? (everydayWords as AdviceContext['everydayWords'])
        : [],
      addresses: siteAddresses(
        entries.flatMap(({ address, formerAddresses }) =>
          address === undefined ? [] : [address, ...formerAddresses],
        ),
      ),
    };
    this.#known = { commit, context };
    return context;
  }
}
