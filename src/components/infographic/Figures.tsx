import { columns } from './columns.ts';
import type { ContentOf } from './content-of.ts';

/** Con số: the number stands large above what it counts. */
export function Figures({ items }: ContentOf<'figures'>) {
  return (
    <dl className={`ig-grid ${columns(items.length, 3)}`}>
      {items.map(({ value, label, note }, index) => (
        <div className="ig-figure" key={index}>
          <dt>{label}</dt>
          <dd className="ig-value">{value}</dd>
          {note && <dd className="ig-text">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
