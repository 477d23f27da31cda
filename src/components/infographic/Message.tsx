import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { lotus } from '#src/drawing/figures/lotus.ts';
import { messageParts } from '#src/model/infographic-text.ts';
import { unbrokenDashes } from '#src/model/typography.ts';
import { words } from '#src/text/vi.ts';
import type { ContentOf } from './content-of.ts';

/** Thông điệp: the axis's message, a line for each clause, and what it means for residents. */
export function Message({ axis, more, note, meanings }: ContentOf<'message'>) {
  const parts = messageParts(axis.message);
  return (
    <>
      <div className="ig-panel">
        <Drawn drawing={lotus([axis.order])} />
        <figure>
          <figcaption>
            {words.axis(axis.order)}: {axis.title}
          </figcaption>
          <blockquote>
            <p className="ig-message-text">
              {parts.map((part, index) => (
                <span key={index}>
                  {index === 0 && '“'}
                  {part}
                  {index === parts.length - 1 ? '”' : unbrokenDashes(' - ')}
                </span>
              ))}
            </p>
            {more && <p className="ig-text">{more}</p>}
          </blockquote>
        </figure>
      </div>
      {meanings.length > 0 && (
        <div className="key-points">
          <h2>{words.infographic.meanings}</h2>
          <ul>
            {meanings.map((meaning, index) => (
              <li key={index}>{meaning}</li>
            ))}
          </ul>
        </div>
      )}
      {note && <p className="ig-note">{note}</p>}
    </>
  );
}
