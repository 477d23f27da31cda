/** How many notices of the editorial server the person has not read. */
import { useEffect, useState } from 'react';
import { get } from '../server.ts';

/**
 * The count, asked for anew when the person comes back to the window or goes on to another page: never
 * by a timer, for a session ends when nobody works in it. 0 until it is known.
 */
export function useUnread(isAsked: boolean): number {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    if (!isAsked) return undefined;
    const ask = () => {
      get('/api/thong-bao', { askLogin: false })
        .then((answer) => setUnread((answer as { unread: number }).unread))
        // The count helps, and its page says the same: nobody's writing is disturbed for it.
        .catch(() => undefined);
    };
    ask();
    window.addEventListener('focus', ask);
    window.addEventListener('hashchange', ask);
    return () => {
      window.removeEventListener('focus', ask);
      window.removeEventListener('hashchange', ask);
    };
  }, [isAsked]);
  return unread;
}
