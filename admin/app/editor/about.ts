/** What the editorial server says of an open entry beside its text, and who else has it open. */
import { useEffect, useState } from 'react';
import type { OpenEntry } from '../navigation.ts';
import { ServerError, post } from '../server.ts';

export interface About {
  /** What the draft does to the entry; `edit` for an ordinary change. */
  kind: 'edit' | 'withdraw' | 'restore' | 'rename' | 'delete';
  /** By action: why this person may not do it now; an action that is not named is allowed. */
  reasons: Partial<
    Record<'submit' | 'takeBack' | 'sendBack' | 'approve' | 'publish' | 'discard', string>
  >;
  /** Where the real page of the draft can be seen. */
  preview: string | undefined;
}

/** Asks about a draft; `undefined` while there is none or before the answer. */
export function useAbout(entry: OpenEntry | undefined, moment: string): About | undefined {
  const [about, setAbout] = useState<About>();
  const { collection, slug } = entry ?? {};
  useEffect(() => {
    let isCurrent = true;
    setAbout(undefined);
    if (!collection || !slug) return;
    readAbout({ collection, slug }).then(
      (found) => isCurrent && setAbout(found),
      // The form shows the same failure in words; without an answer no step is offered.
      (error: unknown) => console.warn(error),
    );
    return () => void (isCurrent = false);
  }, [collection, slug, moment]);
  return about;
}

async function readAbout(entry: OpenEntry): Promise<About | undefined> {
  const ask = (action: string) =>
    post('/api/v1', { action, params: { branch: 'main', ...entry } }, { askLogin: false });
  try {
    const [draft, preview] = await Promise.all([ask('unpublishedEntry'), ask('getDeployPreview')]);
    const { kind, reasons } = draft as Pick<About, 'kind' | 'reasons'>;
    return { kind, reasons, preview: (preview as { url: string } | null)?.url };
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return undefined;
    throw error;
  }
}

const presenceInterval = 20_000;

/** Names of the others who have the entry open; says at the same time that this person has. */
export function useOthers(entry: OpenEntry | undefined): string[] {
  const [others, setOthers] = useState<string[]>([]);
  const { collection, slug } = entry ?? {};
  useEffect(() => {
    if (!collection || !slug) return;
    const path = '/api/presence';
    const tell = () =>
      post(path, { collection, slug }, { askLogin: false }).then(
        (answer) => setOthers((answer as { others: { name: string }[] }).others.map(nameOf)),
        // A courtesy: whoever saves second is told so in any case.
        () => setOthers([]),
      );
    const leave = () =>
      void post(
        path,
        { collection, slug, leaves: true },
        { askLogin: false, keepAlive: true },
      ).catch(
        // Then the server forgets it by itself in a minute.
        () => undefined,
      );
    void tell();
    const timer = setInterval(() => void tell(), presenceInterval);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [collection, slug]);
  return others;
}

function nameOf({ name }: { name: string }): string {
  return name;
}
