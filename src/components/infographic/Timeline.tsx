import type { ContentOf } from './content-of.ts';

/** Dòng thời gian: when, what, in the order of time and with the numbers of the line that is drawn. */
export function Timeline({ items }: ContentOf<'timeline'>) {
  return (
    <ol className="ig-keyed ig-path">
      {items.map(({ when, name, text }, index) => (
        <li key={index}>
          <p className="ig-when">{when}</p>
          <h2>{name}</h2>
          {text && <p className="ig-text">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
