import type { ContentOf } from './content-of.ts';

/** Các phần của một việc: the whole above, its parts below with the numbers of their petals. */
export function Parts({ whole, items }: ContentOf<'parts'>) {
  return (
    <>
      <h2 className="ig-whole">{whole}</h2>
      <ol className="ig-keyed">
        {items.map(({ name, text }, index) => (
          <li key={index}>
            <h3>{name}</h3>
            {text && <p className="ig-text">{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
