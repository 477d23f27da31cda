import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { amountDrawing, amountOf } from '#src/drawing/figures/count.ts';
import { columns } from './columns.ts';
import type { ContentOf } from './content-of.ts';

/** Con số: the amount in petals and as a number, large above what it counts. */
export function Figures({ items }: ContentOf<'figures'>) {
  return (
    <dl className={`ig-grid ${columns(items.length, 3)}`}>
      {items.map(({ value, label, note }, index) => {
        const amount = amountOf(value);
        return (
          <div className="ig-figure" key={index}>
            <dt>{label}</dt>
            <dd className="ig-value">
              {amount && <Drawn drawing={amountDrawing(amount)} />}
              {value}
            </dd>
            {note && <dd className="ig-text">{note}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
