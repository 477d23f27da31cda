/**
 * Publishing: the draft is merged in memory, checked and built; only then does one merge commit
 * become `main`, the draft's branch goes, and the new site is served. Until that step nothing has
 * changed, so a conflict, a finding or a failed build leaves everything as it was.
 */
import { checkContent } from '#src/checks/content.ts';
import { personOf, type User } from './accounts.ts';
import { BuildError, type Builder } from './builder.ts';
import { assertAllowed, type Draft, type Drafts } from './drafts.ts';
import { isOrdinary } from './entries.ts';
import { Refusal, refuseFindings } from './errors.ts';
import { checkPicture, isEntryPath, isMediaPath } from './files.ts';
import { StaleRefError, type Person } from './git.ts';
import { createQueue, type Queue } from './queue.ts';
import { mainRef } from './repository.ts';

export class Publisher {
  readonly #drafts: Drafts;
  readonly #builder: Builder;
  /** One at a time: each builds on the `main` that the one before has made. */
  readonly #queue: Queue = createQueue();

  constructor(drafts: Drafts, builder: Builder) {
    this.#drafts = drafts;
    this.#builder = builder;
  }

  /** Builds and serves `main` unless it is what is served. */
  refresh(): Promise<void> {
    return this.#queue(async () => {
      const main = await this.#drafts.main();
      if (this.#builder.releases[0]?.commit === main) return;
      await this.#builder.activate(await this.#builder.build(main));
    });
  }

  /** Publishes a draft that is ready; returns the page's address once the page is there. */
  publish(user: User, collection: string, slug: string): Promise<string> {
    return this.#queue(async () => {
      const draft = await this.#drafts.get(collection, slug);
      assertAllowed('publish', draft, user);
      const { git } = this.#drafts;
      const main = await this.#drafts.main();
      const tree = await this.#mergedTree(main, draft);
      await this.#check(main, tree);
      const message = mergeMessage(draft);
      const commit = await git.commit(tree, [main, draft.head], message, personOf(user));
      const release = await this.#build(commit);
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
      return draft.type.address?.(draft.slug) ?? '/';
    });
  }

  async #mergedTree(main: string, draft: Draft): Promise<string> {
    const merged = await this.#drafts.git.merge(main, draft.head);
    if ('tree' in merged) return merged.tree;
    throw new Refusal(
      409,
      'conflict',
      `Chưa đăng: từ khi bắt đầu bản nháp, nội dung đã đăng cũng thay đổi ở chỗ đó: ${merged.conflicts.join(', ')}. Bản nháp và trang đều còn nguyên. Hãy chép phần cần giữ, xóa bản nháp rồi sửa lại trên bản đang đăng.`,
    );
  }

  /** The changed files by themselves, then all content together. */
  async #check(main: string, tree: string): Promise<void> {
    const { git } = this.#drafts;
    const changes = await git.changes(main, tree);
    if (changes.length === 0) {
      throw new Refusal(
        422,
        'unchanged',
        'Bản nháp giống hệt bản đang đăng nên không có gì để đăng.',
      );
    }
    for (const { path, mode, sha } of changes) {
      const isAllowed = isEntryPath(path) || isMediaPath(path);
      if (isAllowed && sha && isOrdinary({ mode })) continue;
      const message = `Bản nháp thay đổi tệp không đăng được từ đây: ${path}.`;
      throw new Refusal(422, 'bad-path', message);
    }
    const pictures = changes.filter(({ path }) => isMediaPath(path));
    const contents = await git.blobs(pictures.map(({ sha }) => sha!));
    refuseFindings(pictures.flatMap(({ path }, i) => checkPicture(path, contents[i]!)));
    refuseFindings(checkContent(await this.#contentOf(tree)));
  }

  /** Path → text of everything below `content/`, as the checks take it. */
  async #contentOf(tree: string): Promise<Map<string, string>> {
    const { git } = this.#drafts;
    const files = (await git.files(tree, 'content/')).filter(
      ({ path }) => !path.split('/').some((part) => part.startsWith('.')),
    );
    const texts = files.filter(({ path }) => !isMediaPath(path));
    const contents = await git.blobs(texts.map(({ sha }) => sha));
    const textOf = new Map(texts.map(({ path }, i) => [path, contents[i]!.toString()]));
    return new Map(files.map(({ path }) => [path, textOf.get(path) ?? '']));
  }

  async #build(commit: string) {
    try {
      return await this.#builder.build(commit);
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      throw new Refusal(
        422,
        'build-failed',
        `Chưa đăng: không dựng được trang. Trang cũ và bản nháp còn nguyên.\n${error.message}`,
      );
    }
  }
}

function mergeMessage({ type, slug, authors, reviewer }: Draft): string {
  const trailer = (name: string, person: Person) => `${name}: ${person.name} <${person.email}>`;
  return [
    `Đăng ${type.name}/${slug}`,
    '',
    'Workflow-Status: published',
    ...authors.map((author) => trailer('Co-authored-by', author)),
    ...(reviewer ? [trailer('Reviewed-by', reviewer)] : []),
    '',
  ].join('\n');
}
