/** Whether an entry is in force on a day, and what stands at its address when it is not. */
import { dayAfter } from '../time/hanoi.ts';

export interface Life {
  expires?: string | undefined;
  withdrawn?: { on: string; reason: string; successor?: string | undefined } | undefined;
}

/** Why a page no longer stands, for the notice at its address. */
export interface Notice {
  /** First day without the page, `YYYY-MM-DD`. */
  since: string;
  kind: 'withdrawn' | 'expired';
  reason?: string;
  /** Path on the site to which readers are led at once. */
  successor?: string;
}

/** The notice for an entry that is not in force on `today`; `undefined` when it is. */
export function noticeOf({ expires, withdrawn }: Life, today: string): Notice | undefined {
  if (withdrawn) {
    const { on, reason, successor } = withdrawn;
    return { since: on, kind: 'withdrawn', reason, ...(successor && { successor }) };
  }
  return expires !== undefined && expires < today
    ? { since: dayAfter(expires), kind: 'expired' }
    : undefined;
}
