import { words } from '#src/text/vi.ts';
import type { ContentOf } from './content-of.ts';

/** Trích dẫn: the words large, where they stand below. */
export function Quote({ text, from }: ContentOf<'quote'>) {
  return (
    <figure className="ig-panel">
      <blockquote>
        <p>{words.quoted(text)}</p>
      </blockquote>
      <figcaption>{from}</figcaption>
    </figure>
  );
}
