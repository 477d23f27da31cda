import type { ContentOf } from './content-of.ts';

/** Các bước: numbered as on the way that is drawn. */
export function Steps({ items }: ContentOf<'steps'>) {
  return (
    <ol className="ig-keyed ig-path">
      {items.map(({ name, text }, index) => (
        <li key={index}>
          <h2>{name}</h2>
          {text && <p className="ig-text">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
