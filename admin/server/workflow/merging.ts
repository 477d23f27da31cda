/** Bringing a draft together with what the site became since it was begun, as a person decided. */
import { personOf, type User } from '../accounts/accounts.ts';
import { textsAt } from '../content/change-files.ts';
import { changeTree, collisionWords } from '../content/change-tree.ts';
import type { Collision } from '../content/merge.ts';
import { Refusal, refuseFindings } from '../http/errors.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { assertAllowed, assertSeen, type Drafts } from './drafts.ts';
import { statusAfterSave } from './rules.ts';

/** Which of the two versions stands, or words that join them. */
export type Choice = 'ours' | 'theirs' | { words: string };

interface MergeRequest {
  collection: string;
  slug: string;
  head?: string | undefined;
  /** For each field in question, by its name, as in `Collision`. */
  choices: ReadonlyMap<string, Choice>;
}

/**
 * Merges `main` into a draft: afterwards the draft rests on the site as it is now. Refuses (422)
 * while a place is undecided, and what then breaks the schema.
 */
export function mergeDraft(
  drafts: Drafts,
  user: User,
  { collection, slug, head, choices }: MergeRequest,
): Promise<void> {
  const { git } = drafts;
  return drafts.write({ collection, slug }, async () => {
    const draft = await drafts.get(collection, slug);
    assertSeen(draft, head);
    assertAllowed('merge', draft, user);
    const main = await drafts.main();
    const { path, ref } = draft;
    const merged = await changeTree(git, main, draft, (file, collision) =>
      file === path ? decided(collision, choices.get(collision.field)) : undefined,
    );
    if ('collisions' in merged) {
      throw new Refusal(422, 'undecided', collisionWords(merged.collisions));
    }
    const { tree } = merged;
    const text = (await textsAt(git, tree, [path])).get(path);
    if (text !== undefined) refuseFindings(readEntryFile(path, text).findings);
    await drafts.step(personOf(user), {
      ref,
      from: draft.head,
      parent: draft.head,
      mergedWith: main,
      tree,
      action: 'save',
      status: statusAfterSave(draft.status),
      subject: `Gộp ${collection}/${slug} với bản đang đăng`,
      note: 'Đã gộp với bản đang đăng.',
    });
  });
}

/** What a choice puts in a place. */
export function decided(
  { ours, theirs }: Collision,
  choice: Choice | undefined,
): { value: unknown } | undefined {
  if (choice === undefined) return undefined;
  if (typeof choice === 'object') return { value: choice.words };
  return { value: choice === 'ours' ? ours : theirs };
}
