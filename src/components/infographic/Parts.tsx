import { columns } from './columns.ts';
import type { ContentOf } from './content-of.ts';

/** Các phần của một việc: the whole above, its parts hanging from it. */
export function Parts({ whole, items }: ContentOf<'parts'>) {
  return (
    <>
      <h2 className="ig-whole">{whole}</h2>
      <ul className={`ig-parts-list ${columns(items.length, 5)}`}>
        {items.map(({ name, text }, index) => (
          <li key={index}>
            <div className="ig-part">
              <h3>{name}</h3>
              {text && <p className="ig-text">{text}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
