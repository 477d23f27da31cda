/** What the server says of each draft beside what Decap keeps of it. */

export interface DraftFacts {
  /** Whether the person who is logged in wrote part of it. */
  isMine: boolean;
  /** Whether it was sent back and nobody has taken it further. */
  isSentBack: boolean;
  /** ISO 8601: when it publishes by itself. */
  publishAt?: string;
  /** By action: why this person may not do it now. */
  reasons: { approve?: string; publish?: string };
}

const facts = new Map<string, DraftFacts>();

/** Keeps what the server said of a draft, by `<collection>/<slug>`. */
export function noteDraft(key: string, draft: DraftFacts): void {
  facts.set(key, draft);
}

/** What is known of a draft; nothing behind a git host. */
export function draftFacts(key: string): DraftFacts | undefined {
  return facts.get(key);
}
