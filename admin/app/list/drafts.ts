/** What the server says of each draft beside what Decap keeps of it. */

import type { DraftFacts } from '../../list/rows.ts';

const facts = new Map<string, DraftFacts>();

/** Keeps what the server said of a draft, by `<collection>/<slug>`. */
export function noteDraft(key: string, draft: DraftFacts): void {
  facts.set(key, draft);
}

/** What is known of a draft; nothing behind a git host. */
export function draftFacts(key: string): DraftFacts | undefined {
  return facts.get(key);
}
