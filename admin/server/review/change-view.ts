/** Changes as the review pages show them. */
import type { Finding } from '#src/schema/finding.ts';
import { changedEntries, frontOf, textsAt, type ChangedFile } from '../content/change-files.ts';
import { changeTree, findingsOf, type Collision } from '../content/change-tree.ts';
import type { Draft } from '../workflow/drafts.ts';
import { isMediaPath } from '../content/files.ts';
import type { Git } from '../git/git.ts';

/** A change as a list shows it. */
export interface QueueItem {
  draft: Draft;
  title: string;
  /** Since when it waits for an approver; absent while it does not. */
  waitingSince?: Date;
}

/** A change as an approver reads it. */
export interface ChangeView extends QueueItem {
  /** Every entry that the change touches: as it stands on the site, and as it would stand. */
  files: ChangedFile[];
  /** `/media/…` of the pictures that come with the change. */
  pictures: string[];
  /** What the checks say of the site with the change in it: all errors, and advice on its files. */
  findings: Finding[];
  /** Where the site and the change disagree; then nothing can be published. */
  collisions: Collision[];
  /** The tree of the site with the change in it, for a preview; absent when they disagree. */
  tree?: string;
}

/** A draft with its title and since when it waits. */
export async function readQueueItem(git: Git, draft: Draft): Promise<QueueItem> {
  const since = waitingSince(draft);
  return { draft, title: await readTitle(git, draft), ...(since && { waitingSince: since }) };
}

/** The title of an entry as a draft has it; as it was before where the draft takes the entry away. */
export async function readTitle(
  git: Git,
  { type, slug, path, head, base }: Pick<Draft, 'type' | 'slug' | 'path' | 'head' | 'base'>,
): Promise<string> {
  const text =
    (await textsAt(git, head, [path])).get(path) ?? (await textsAt(git, base, [path])).get(path);
  const title = text === undefined ? undefined : frontOf(type, text)['title'];
  return typeof title === 'string' ? title : `${type.words.one} ${slug}`;
}

/** A draft with what it would do to the site at the commit `main`. */
export async function readChange(git: Git, main: string, draft: Draft): Promise<ChangeView> {
  const item = await readQueueItem(git, draft);
  const pictures = (await git.changes(draft.base, draft.head))
    .filter(({ path, sha }) => sha !== undefined && isMediaPath(path))
    .map(({ path }) => path.slice('content'.length));
  const merged = await changeTree(git, main, draft);
  if ('collisions' in merged) {
    const files = await changedEntries(git, draft.base, draft.head);
    return { ...item, files, pictures, findings: [], collisions: merged.collisions };
  }
  const { tree } = merged;
  const files = await changedEntries(git, main, tree);
  const paths = new Set(files.map(({ path }) => path));
  const findings = (await findingsOf(git, tree, main)).filter(
    ({ severity, file }) => severity === 'error' || paths.has(file),
  );
  return { ...item, files, pictures, findings, collisions: [], tree };
}

/** When a change that is in review came there. */
function waitingSince({ status, steps, changedAt }: Draft): Date | undefined {
  if (status !== 'pending_review') return undefined;
  const named = steps.filter((step) => step.status !== undefined);
  const before = named.findLastIndex((step) => step.status !== 'pending_review');
  return named[before + 1]?.at ?? changedAt;
}
