/**
 * What people say about a draft: of all of it or of one place in its text, with other words for that
 * place where they have some, which the writer takes over as they stand.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import { textsAt } from '../content/change-files.ts';
import { fileAt } from '../content/entries.ts';
import { findPlace, placesOf, rewritePlace } from '../content/places.ts';
import { Refusal } from '../http/errors.ts';
import { stepWords, type CommentPlace, type HistoryStep } from './draft-history.ts';
import { assertAllowed, assertSeen, type Draft, type Drafts } from './drafts.ts';
import { saveEntry } from './save.ts';

interface Key {
  collection: string;
  slug: string;
}

/** A comment in words, also for a list that knows nothing of places. */
export function commentWords({ action, note = '', place }: HistoryStep): string {
  if (action !== 'comment') return `${stepWords[action]}: ${note}`;
  if (!place) return note;
  const wanted = place.suggestion === undefined ? '' : ` Nên viết: “${place.suggestion}”`;
  return `Chỗ “${place.quote}”: ${note}${wanted}`;
}

/** Whether the last word on a comment was that it is settled. */
export function isSettled(steps: readonly HistoryStep[], id: string): boolean {
  return steps.findLast(({ settles }) => settles?.id === id)?.settles?.resolved ?? false;
}

/** Writes a comment; refuses (422) one that says nothing. */
export function writeComment(
  drafts: Drafts,
  user: User,
  {
    collection,
    slug,
    note,
    place,
  }: Key & { note?: string | undefined; place?: CommentPlace | undefined },
): Promise<void> {
  const about = place && placeOf(place);
  const text = note?.trim() || (about?.suggestion !== undefined && 'Nên viết khác.');
  if (!text) throw new Refusal(422, 'empty-comment', 'Hãy ghi lời góp ý, hoặc sửa câu.');
  return drafts.write({ collection, slug }, async () => {
    const draft = await drafts.get(collection, slug);
    assertAllowed('comment', draft, user);
    await drafts.remark(personOf(user), draft, {
      action: 'comment',
      subject: `Góp ý ${collection}/${slug}`,
      note: text,
      place: about,
    });
  });
}

/** Words that are the same as those that stand there suggest nothing. */
function placeOf({ field, quote, suggestion }: CommentPlace): CommentPlace {
  const words = suggestion?.normalize('NFC').replace(/\s+/g, ' ').trim();
  return { field, quote, ...(words && words !== quote && { suggestion: words }) };
}

/** Notes that a comment is settled, or open again; without `resolved`, the other of the two. */
export function settleComment(
  drafts: Drafts,
  user: User,
  { collection, slug, id, resolved }: Key & { id: string; resolved?: boolean | undefined },
): Promise<void> {
  return drafts.write({ collection, slug }, async () => {
    const draft = await drafts.get(collection, slug);
    assertAllowed('settle', draft, user);
    const comment = commentIn(draft, id);
    const isNow = isSettled(draft.steps, id);
    const wanted = resolved ?? !isNow;
    if (wanted === isNow) return;
    await drafts.remark(personOf(user), draft, {
      action: 'comment',
      subject: `${wanted ? 'Xong góp ý' : 'Mở lại góp ý'} ${collection}/${slug}`,
      note: `${wanted ? 'Đã xử lý' : 'Mở lại'}: ${commentWords(comment)}`,
      settles: { id, resolved: wanted },
    });
  });
}

/** Puts the words that a comment suggests in their place, and settles it. */
export async function takeOver(
  drafts: Drafts,
  user: User,
  { collection, slug, id, head }: Key & { id: string; head?: string | undefined },
): Promise<void> {
  const draft = await drafts.get(collection, slug);
  assertSeen(draft, head);
  assertAllowed('takeOver', draft, user);
  const { place } = commentIn(draft, id);
  const { type, path } = draft;
  const raw = (await textsAt(drafts.git, draft.head, [path])).get(path) ?? '';
  const found = place && findPlace(placesOf(type, raw), place);
  if (!found || place.suggestion === undefined) {
    const message =
      'Câu được góp ý không còn như lúc góp ý. Hãy mở trang soạn bài và sửa bằng tay, rồi đánh dấu góp ý này đã xử lý.';
    throw new Refusal(409, 'place-changed', message);
  }
  await saveEntry(drafts, user, {
    collection,
    slug,
    raw: rewritePlace(raw, found, place.suggestion),
    pictures: new Map(),
    base: (await fileAt(drafts.git, draft.head, path))?.sha ?? null,
  });
  await settleComment(drafts, user, { collection, slug, id, resolved: true });
}

function commentIn({ steps }: Draft, id: string): HistoryStep {
  const comment = steps.find((step) => step.id === id && step.note !== undefined && !step.settles);
  if (!comment) throw new Refusal(404, 'no-note', 'Không có góp ý này.');
  return comment;
}
