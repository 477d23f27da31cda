import { columns } from './columns.ts';
import type { ContentOf } from './content-of.ts';

/** Thẻ 6 rõ: the lines that the sources state, each under its name. */
export function SixClear({ items }: ContentOf<'sixClear'>) {
  return (
    <dl className={`ig-grid ${columns(items.length, 3)}`}>
      {items.map(({ label, text }) => (
        <div className="ig-clear" key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
