import type { ContentOf } from './content-of.ts';

/** Ai làm việc gì: each unit with its duty and its number on the map that is drawn. */
export function Duties({ items }: ContentOf<'duties'>) {
  return (
    <ol className="ig-keyed">
      {items.map(({ unit, what }, index) => (
        <li key={index}>
          <h2>
            <a href={unit.address}>{unit.title}</a>
          </h2>
          <p className="ig-text">{what}</p>
        </li>
      ))}
    </ol>
  );
}
