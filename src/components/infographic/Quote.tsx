import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { quote } from '#src/drawing/figures/saying.ts';
import { words } from '#src/text/vi.ts';
import type { ContentOf } from './content-of.ts';

/** Trích dẫn: the words large, where they stand below. */
export function Quote({ text, from }: ContentOf<'quote'>) {
  return (
    <figure className="ig-panel">
      <Drawn drawing={quote()} />
      <blockquote>
        <p>{words.quoted(text)}</p>
      </blockquote>
      <figcaption>{from}</figcaption>
    </figure>
  );
}
