import type { ContentOf } from './content-of.ts';

/** Dòng thời gian: when, what, in the order of time. */
export function Timeline({ items }: ContentOf<'timeline'>) {
  return (
    <ol className="ig-moments">
      {items.map(({ when, name, text }, index) => (
        <li key={index}>
          <p className="ig-when">{when}</p>
          <div>
            <h2>{name}</h2>
            {text && <p className="ig-text">{text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
