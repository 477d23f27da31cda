/**
 * What happened before the server was killed and was not told any more. `notices/heard.json` names the
 * commits up to which everything has been told; what came after is looked through at the start. A
 * notice has its id from its commit, so nobody is told a second time.
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { entryPlace, isEntryKey } from '../content/files.ts';
import { mainRef } from '../git/repository.ts';
import type { Clock } from '../machine/clock.ts';
import { writeJson } from '../machine/json-file.ts';
import { readStored } from '../machine/stored.ts';
import { readTitle } from '../review/change-view.ts';
import { draftPrefix } from '../workflow/draft-history.ts';
import type { Drafts } from '../workflow/drafts.ts';
import type { Publisher } from '../workflow/publish.ts';
import { readPublications } from '../workflow/publications.ts';
import type { Notices } from './notices.ts';
import { isWorthHearing, noticesOfPublication, noticesOfStep } from './workflow-notices.ts';

interface Options {
  dataDir: string;
  drafts: Drafts;
  publisher: Publisher;
  notices: Notices;
  clock: Clock;
}

/** Reference → commit up to which all has been told. */
const heardRule = z.record(z.string(), z.string());
type Heard = z.infer<typeof heardRule>;

/** What is older is no news: as the outbox gives up what it cannot send. */
const newsMilliseconds = 3 * 24 * 60 * 60 * 1000;

export class Missed {
  readonly #options: Options;
  readonly #path: string;
  #heard: Heard | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#path = join(options.dataDir, 'notices', 'heard.json');
  }

  /** Tells what was not told before the last end of the server, and notes what has been told by now. */
  async catchUp(): Promise<void> {
    if (this.#heard === undefined) {
      const heard = await readStored(this.#path, heardRule, {});
      // A folder from before such notes: everything in it counts as told.
      if (heard[mainRef] !== undefined) await this.#tell(heard);
    }
    await this.#note();
  }

  async #tell(heard: Heard): Promise<void> {
    const { drafts, notices, clock } = this.#options;
    const { git } = drafts;
    const since = clock.now().getTime() - newsMilliseconds;
    const main = await drafts.main();
    const from = heard[mainRef];
    // A restored repository may lack it.
    const isKnown =
      from !== undefined &&
      (await git.resolve(from)) !== undefined &&
      (await git.isAncestor(from, main));
    for (const one of isKnown ? await readPublications(git, `${from}..${main}`) : []) {
      if (one.at.getTime() < since || !isEntryKey(one.collection, one.slug)) continue;
      const { type, slug, path } = entryPlace(one.collection, one.slug);
      const title = await readTitle(git, { ...one, type, path, base: one.before });
      const url = type.address?.(slug) ?? '/';
      await notices.tell((accounts) =>
        Promise.resolve(noticesOfPublication({ ...one, draft: one, title, url }, accounts)),
      );
    }
    for (const draft of await drafts.all()) {
      const before = draft.steps.findIndex(({ id }) => id === heard[draft.ref]);
      const title = await readTitle(git, draft);
      for (const step of draft.steps.slice(before + 1)) {
        if (step.at.getTime() < since || !isWorthHearing(step)) continue;
        await notices.tell((accounts) =>
          Promise.resolve(noticesOfStep({ draft, title }, step.id, accounts)),
        );
      }
    }
  }

  /** In the publisher's turn: what is on `main` already is told a moment later. */
  async #note(): Promise<void> {
    const { drafts, publisher, notices } = this.#options;
    const format = '--format=%(refname) %(objectname)';
    const output = await publisher.inTurn(() =>
      drafts.git.run(['for-each-ref', format, mainRef, draftPrefix]),
    );
    const lines = output.toString().split('\n').filter(Boolean);
    const heard = Object.fromEntries(lines.map((line) => line.split(' ') as [string, string]));
    // Who has just taken a step has it told in the next turn of the loop.
    await setImmediate();
    await notices.settled();
    if (JSON.stringify(heard) !== JSON.stringify(this.#heard)) await writeJson(this.#path, heard);
    this.#heard = heard;
  }
}
