/**
 * Publishing: the draft is merged in memory, checked and built; only then does one merge commit
 * become `main`, the draft's branch goes, and the new site is served. Until that step nothing has
 * changed, so a collision, a finding or a failed build leaves everything as it was.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import { BuildError, type Builder, type Release } from '../build/builder.ts';
import { changeTree, collisionWords, findingsOf } from '../content/change-tree.ts';
import { assertAllowed, assertSeen, type Draft, type Drafts } from './drafts.ts';
import { Refusal, refuseFindings } from '../http/errors.ts';
import { StaleRefError, type Person } from '../git/git.ts';
import { hanoiStamp } from '../machine/hanoi.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { publicationWords } from './publications.ts';
import { mainRef } from '../git/repository.ts';
import { commitMessage, personText, type Trailer } from '../git/trailers.ts';

/** Which draft to publish, and as which of its commits the person saw it. */
export interface PublishRequest {
  collection: string;
  slug: string;
  head?: string | undefined;
  /** The moment that was set for it, when it is the schedule that publishes. */
  publishAt?: Date;
}

/** A draft that has just become part of the site. */
export interface Published {
  /** The commit on `main`. */
  id: string;
  draft: Draft;
  /** Who published it, or set the moment for it. */
  person: Person;
  /** Address of its page. */
  url: string;
  /** By one person alone, to be confirmed. */
  isEmergency: boolean;
}

export class Publisher {
  readonly #drafts: Drafts;
  readonly #builder: Builder;
  readonly #builds: Queue;
  /** Changes of `main` take turns: each builds on the `main` that the one before has made. */
  readonly inTurn: Queue = createQueue();
  /** Called after each publication; what it does must not hold up who published. */
  onPublished: (published: Published) => void = () => undefined;

  /** `builds` is where builds take turns, those of previews too. */
  constructor(drafts: Drafts, builder: Builder, builds: Queue) {
    this.#drafts = drafts;
    this.#builder = builder;
    this.#builds = builds;
  }

  /**
   * Serves the pages of `main` and the CMS, where nothing is served yet; `refresh` brings what else belongs to the site.
   */
  servePages(): Promise<void> {
    return this.inTurn(async () => {
      const main = await this.#drafts.main();
      await this.#builder.activate(await this.#build(main, { BUILD_PAGES_FIRST: 'true' }), false);
    });
  }

  /** Builds and serves `main` unless its content, whole and under the site's address, is what is served. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      const { git } = this.#drafts;
      const main = await this.#drafts.main();
      const [served] = this.#builder.releases;
      const isKnown = served && (await git.resolve(served.commit)) !== undefined;
      const isSame = isKnown && (await git.treeOf(served.commit)) === (await git.treeOf(main));
      if (isSame && this.#builder.hasAddress()) return;
      await this.#builder.activate(await this.#build(main));
    });
  }

  /** Builds and serves `main` anew: the same content may show differently on another day. */
  rebuild(): Promise<void> {
    return this.inTurn(async () => {
      const main = await this.#drafts.main();
      await this.#builder.activate(await this.#build(main));
    });
  }

  /** Publishes a draft that is ready; returns the page's address once the page is there. */
  publish(user: User, request: PublishRequest): Promise<string> {
    return this.inTurn(async () => {
      const draft = await this.#drafts.get(request.collection, request.slug);
      assertSeen(draft, request.head);
      assertAllowed('publish', draft, user);
      return this.#merge(user, draft, [
        ['Reviewed-by', draft.reviewer && personText(draft.reviewer)],
        ['Published-by', personText(personOf(user))],
        ['Publish-At', request.publishAt && hanoiStamp(request.publishAt)],
      ]);
    });
  }

  /** Publishes a draft from any state, for a written reason, until a second approver confirms it. */
  publishNow(user: User, request: PublishRequest & { reason: string }): Promise<string> {
    return this.inTurn(async () => {
      const draft = await this.#drafts.get(request.collection, request.slug);
      assertSeen(draft, request.head);
      assertAllowed('emergency', draft, user);
      return this.#merge(user, draft, [
        ['Published-by', personText(personOf(user))],
        ['Emergency-Reason', request.reason],
      ]);
    });
  }

  async #merge(user: User, draft: Draft, trailers: readonly Trailer[]): Promise<string> {
    const { git } = this.#drafts;
    const main = await this.#drafts.main();
    const tree = await this.#checkedTree(main, draft);
    const message = commitMessage(
      `${publicationWords[draft.kind]} ${draft.type.name}/${draft.slug}`,
      [
        ['Workflow-Status', 'published'],
        ...draft.authors.map((author): Trailer => ['Co-authored-by', personText(author)]),
        ...trailers,
      ],
    );
    const commit = await git.commit(tree, [main, draft.head], message, personOf(user));
    const release = await this.#buildOrRefuse(commit);
    try {
      await git.updateRefs([
        { ref: mainRef, from: main, to: commit },
        { ref: draft.ref, from: draft.head, to: undefined },
      ]);
    } catch (error) {
      if (!(error instanceof StaleRefError)) throw error;
      throw new Refusal(
        409,
        'stale',
        'Trong lúc dựng trang, mục này hoặc nội dung chung vừa thay đổi nên chưa đăng. Hãy tải lại và xem lại.',
      );
    }
    await this.#builder.activate(release);
    const url = draft.type.address?.(draft.slug) ?? '/';
    const isEmergency = trailers.some(([name]) => name === 'Emergency-Reason');
    this.onPublished({ id: commit, draft, person: personOf(user), url, isEmergency });
    return url;
  }

  /** The tree to publish; refuses what collides (409), changes nothing or breaks a rule (422). */
  async #checkedTree(main: string, draft: Draft): Promise<string> {
    const { git } = this.#drafts;
    const merged = await changeTree(git, main, draft);
    if ('collisions' in merged) {
      throw new Refusal(409, 'conflict', collisionWords(merged.collisions));
    }
    const { tree } = merged;
    if (tree === (await git.treeOf(main))) {
      const message = 'Bản nháp giống hệt bản đang đăng nên không có gì để đăng.';
      throw new Refusal(422, 'unchanged', message);
    }
    refuseFindings(await findingsOf(git, tree, main));
    return tree;
  }

  async #buildOrRefuse(commit: string): Promise<Release> {
    try {
      return await this.#build(commit);
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      throw new Refusal(
        422,
        'build-failed',
        `Chưa đăng: không dựng được trang. Trang cũ và bản nháp còn nguyên.\n${error.message}`,
      );
    }
  }

  #build(commit: string, env?: Record<string, string>): Promise<Release> {
    return this.#builds(() => this.#builder.build(commit, env));
  }
}
