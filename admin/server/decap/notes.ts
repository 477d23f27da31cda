/** Comments on a draft as Decap's notes. They are part of the history: none is changed or deleted. */
import type { User } from '../accounts/accounts.ts';
import { commentWords, isSettled, settleComment } from '../workflow/comments.ts';
import type { HistoryStep } from '../workflow/draft-history.ts';
import type { Draft, Drafts } from '../workflow/drafts.ts';
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
    step.note === undefined || step.settles ? [] : [noteOf(step, isSettled(steps, step.id))],
  );
}

function noteOf(step: HistoryStep, resolved: boolean): Note {
  return {
    id: step.id,
    content: commentWords(step),
    author: step.person.name,
    timestamp: step.at.toISOString(),
    resolved,
    isOwn: false,
  };
}

/** Notes that a note is settled, or open again; returns the note as it is now. */
export async function settleNote(
  drafts: Drafts,
  user: User,
  request: { collection: string; slug: string; id: string; resolved?: boolean | undefined },
): Promise<Note> {
  await settleComment(drafts, user, request);
  const draft = await drafts.get(request.collection, request.slug);
  return notesOf(draft).find(({ id }) => id === request.id)!;
}

/** Refuses to change or delete a note. */
export function refuseNoteChange(): never {
  const message =
    'Góp ý là một phần của lịch sử nên không sửa, không xóa được. Hãy đánh dấu “đã xử lý”, hoặc ghi góp ý mới.';
  throw new Refusal(403, 'notes-stay', message);
}
