/** Comments on a draft as Decap's notes. They are part of the history: none is changed or deleted. */
import { personOf, type User } from '../accounts/accounts.ts';
import { stepWords, type HistoryStep } from '../workflow/draft-history.ts';
import { assertAllowed, type Draft, type Drafts } from '../workflow/drafts.ts';
import { Refusal } from '../http/errors.ts';

export interface Note {
  id: string;
  content: string;
  author: string;
  /** ISO 8601. */
  timestamp: string;
  resolved: boolean;
  /** Always false: Decap then offers neither change nor deletion. */
  isOwn: false;
}

/** Everything that people wrote about a draft, oldest first: comments, and reasons of steps. */
export function notesOf({ steps }: Pick<Draft, 'steps'>): Note[] {
  return steps.flatMap((step) =>
    step.note === undefined || step.settles ? [] : [noteOf(step, isResolved(steps, step.id))],
  );
}

function noteOf({ id, note = '', person, at, action }: HistoryStep, resolved: boolean): Note {
  return {
    id,
    content: action === 'comment' ? note : `${stepWords[action]}: ${note}`,
    author: person.name,
    timestamp: at.toISOString(),
    resolved,
    isOwn: false,
  };
}

/** Whether the last word on a note was that it is settled. */
export function isResolved(steps: readonly HistoryStep[], id: string): boolean {
  return steps.findLast(({ settles }) => settles?.id === id)?.settles?.resolved ?? false;
}

/** Notes that a note is settled, or open again; returns the note as it is now. */
export function settleNote(
  drafts: Drafts,
  user: User,
  {
    collection,
    slug,
    id,
    resolved,
  }: { collection: string; slug: string; id: string; resolved?: boolean | undefined },
): Promise<Note> {
  return drafts.write(async () => {
    const draft = await drafts.get(collection, slug);
    assertAllowed('comment', draft, user);
    const note = notesOf(draft).find((one) => one.id === id);
    if (!note) throw new Refusal(404, 'no-note', 'Không có góp ý này.');
    const wanted = resolved ?? !note.resolved;
    if (wanted !== note.resolved) {
      await drafts.remark(personOf(user), draft, {
        action: 'comment',
        subject: `${wanted ? 'Xong góp ý' : 'Mở lại góp ý'} ${collection}/${slug}`,
        note: `${wanted ? 'Đã xử lý' : 'Mở lại'}: ${note.content}`,
        settles: { id, resolved: wanted },
      });
    }
    return { ...note, resolved: wanted };
  });
}

/** Refuses to change or delete a note. */
export function refuseNoteChange(): never {
  const message =
    'Góp ý là một phần của lịch sử nên không sửa, không xóa được. Hãy đánh dấu “đã xử lý”, hoặc ghi góp ý mới.';
  throw new Refusal(403, 'notes-stay', message);
}
