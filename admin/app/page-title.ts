/** What the window is called: one can tell several of them apart, and hears where a link has led. */
import { useEffect } from 'react';

/** Names the window while the part of the page stands there. */
export function usePageTitle(words: string | undefined): void {
  useEffect(() => {
    if (words !== undefined) document.title = `${words} · Biên tập`;
  }, [words]);
}
