import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { clearSign } from '#src/drawing/figures/clear.ts';
import type { ContentOf } from './content-of.ts';

/** Thẻ 6 rõ: the lines that the sources state, each under its name and beside its sign. */
export function SixClear({ items }: ContentOf<'sixClear'>) {
  return (
    <dl className="ig-clear">
      {items.map(({ name, label, text }) => (
        <div key={label}>
          <Drawn drawing={clearSign(name)} />
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
