import { columns } from './columns.ts';
import type { ContentOf } from './content-of.ts';

/** Các bước: numbered, on one line that leads from each to the next. */
export function Steps({ items }: ContentOf<'steps'>) {
  return (
    <ol className={`ig-path ${columns(items.length, 7)}`}>
      {items.map(({ name, text }, index) => (
        <li key={index}>
          <h2>{name}</h2>
          {text && <p className="ig-text">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
