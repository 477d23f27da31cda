/**
 * Withdrawing, restoring, renaming and deleting what stands on the site. Each makes a draft that
 * does it and waits for review; the site changes when that draft is published.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import { frontOf } from '../content/change-files.ts';
import { contentOf, findingsOf } from '../content/change-tree.ts';
import { draftRef } from './draft-history.ts';
import { assertAllowedLive, type Drafts } from './drafts.ts';
import { readEntryText, setField, writeEntryText } from '../content/entry-text.ts';
import { Refusal, refuseFindings } from '../http/errors.ts';
import { entryPlace, type EntryPlace } from '../content/files.ts';
import type { Git } from '../git/git.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { renameEntry } from './rename.ts';
import type { State } from './rules.ts';

export type LifecycleAction = 'withdraw' | 'restore' | 'rename' | 'delete';

export interface LifecycleRequest {
  action: LifecycleAction;
  collection: string;
  slug: string;
  note?: string | undefined;
  newSlug?: string | undefined;
  successor?: string | undefined;
  now: Date;
}

/** Path → text of the files that change; `undefined` takes a file out. */
type Texts = ReadonlyMap<string, string | undefined>;

const subjects: Record<LifecycleAction, string> = {
  withdraw: 'Đề nghị gỡ',
  restore: 'Đề nghị khôi phục',
  rename: 'Đề nghị đổi mã',
  delete: 'Đề nghị xóa',
};

/** Makes the draft, in review. Refuses what the rules or the checks do not allow. */
export function makeLifecycleDraft(
  drafts: Drafts,
  user: User,
  request: LifecycleRequest,
): Promise<void> {
  const { git } = drafts;
  const { action, note } = request;
  const place = entryPlace(request.collection, request.slug);
  const { type, slug, path } = place;
  return drafts.write(request, async () => {
    const draft = await drafts.find(type.name, slug);
    const main = await drafts.main();
    const content = await contentOf(git, main);
    const text = content.get(path);
    if (text === undefined) {
      throw new Refusal(404, 'no-entry', 'Mục này chưa được đăng nên không có gì để thay đổi.');
    }
    const live: State = frontOf(type, text)['withdrawn'] ? 'withdrawn' : 'published';
    assertAllowedLive(action, draft?.status ?? live, user);
    const texts = textsOf(place, text, content, request);
    const tree = await git.writeTree(main, await writeBlobs(git, texts));
    refuseFindings(await findingsOf(git, tree));
    const ref = draftRef(type.name, slug);
    const from = await git.resolve(ref);
    await drafts.step(personOf(user), {
      ref,
      from,
      parent: main,
      tree,
      action,
      status: 'pending_review',
      subject: `${subjects[action]} ${type.name}/${slug}`,
      note,
    });
  });
}

function textsOf(
  place: EntryPlace,
  text: string,
  content: ReadonlyMap<string, string>,
  { action, note, newSlug, successor, now }: LifecycleRequest,
): Texts {
  const { type, path } = place;
  const today = hanoiDay(now);
  const entry = readEntryText(text);
  switch (action) {
    case 'withdraw':
      assertHas(place, 'withdrawn', 'gỡ');
      setField(entry, 'withdrawn', { on: today, reason: note, ...(successor && { successor }) });
      return new Map([[path, writeEntryText(entry)]]);
    case 'restore': {
      setField(entry, 'withdrawn', undefined);
      const { expires } = entry.data;
      // An end that has passed would take the page away again.
      if (typeof expires === 'string' && expires < today) setField(entry, 'expires', undefined);
      return new Map([[path, writeEntryText(entry)]]);
    }
    case 'rename':
      assertHas(place, 'formerSlugs', 'đổi mã');
      return renameEntry(place, newSlug ?? '', content);
    case 'delete':
      if (type.set !== 'open') throw refuseFor(place, 'xóa');
      return new Map([[path, undefined]]);
  }
}

function assertHas(place: EntryPlace, field: string, words: string): void {
  if (!Object.hasOwn(place.type.fields, field)) throw refuseFor(place, words);
}

function refuseFor({ type }: EntryPlace, words: string): Refusal {
  const message = `Không ${words} được mục trong “${type.words.many}”: danh sách này cố định.`;
  return new Refusal(403, 'closed-set', message);
}

async function writeBlobs(git: Git, texts: Texts): Promise<Map<string, string | undefined>> {
  const blobs = new Map<string, string | undefined>();
  for (const [path, text] of texts) {
    blobs.set(path, text === undefined ? undefined : await git.writeBlob(text));
  }
  return blobs;
}
