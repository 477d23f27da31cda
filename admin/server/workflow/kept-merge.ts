/** Taking up a text that could not be saved: it is merged into what stands there now. */
import type { User } from '../accounts/accounts.ts';
import { textsAt } from '../content/change-files.ts';
import { placed, type CollisionPlace } from '../content/change-tree.ts';
import { fileAt } from '../content/entries.ts';
import { entryPlace } from '../content/files.ts';
import { mergeEntry } from '../content/merge.ts';
import { picturesMissing } from '../content/versions.ts';
import { Refusal } from '../http/errors.ts';
import type { Drafts } from './drafts.ts';
import { letGo, type KeptText } from './kept.ts';
import { decided, type Choice } from './merging.ts';
import { saveEntry } from './save.ts';

export interface KeptMerge {
  /** Version of the file with which it was merged. */
  current: string;
  /** Where both changed the same place; the text where they did not. */
  outcome: { text: string } | { places: CollisionPlace[] };
}

/** Merges a kept text; `undefined` where nothing is known of what its writer had opened. */
export async function mergeKept(
  drafts: Drafts,
  { collection, slug, text, base }: KeptText,
  choices: ReadonlyMap<string, Choice> = new Map(),
): Promise<KeptMerge | undefined> {
  const { type, path } = entryPlace(collection, slug);
  const commit = await standingCommit(drafts, collection, slug);
  const file = await fileAt(drafts.git, commit, path);
  if (base === undefined || !file) return undefined;
  const now = (await textsAt(drafts.git, commit, [path])).get(path)!;
  const merged = mergeEntry(base, now, text, (one) => decided(one, choices.get(one.field)));
  const outcome =
    'text' in merged ? merged : { places: merged.collisions.map((one) => placed(type, one)) };
  return { current: file.sha, outcome };
}

/** Saves a kept text as merged, and lets it go. Refuses (422) while a place is undecided. */
export async function takeUp(
  drafts: Drafts,
  user: User,
  kept: KeptText,
  choices: ReadonlyMap<string, Choice>,
): Promise<void> {
  const { collection, slug, id, path } = kept;
  const merged = await mergeKept(drafts, kept, choices);
  if (!merged || !('text' in merged.outcome)) {
    throw new Refusal(422, 'undecided', 'Hãy chọn cho từng chỗ rồi ghép.');
  }
  const { text } = merged.outcome;
  const commit = await standingCommit(drafts, collection, slug);
  await saveEntry(drafts, user, {
    collection,
    slug,
    raw: text,
    pictures: await picturesMissing(drafts.git, { id, path }, text, commit),
    base: merged.current,
  });
  await letGo(drafts.git, id);
}

/** Where the entry stands now: on its draft, else on the site. */
async function standingCommit(drafts: Drafts, collection: string, slug: string): Promise<string> {
  return (await drafts.find(collection, slug))?.head ?? drafts.main();
}
