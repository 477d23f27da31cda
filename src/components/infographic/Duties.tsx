import type { ContentOf } from './content-of.ts';

/** Ai làm việc gì: each unit with its duty. */
export function Duties({ items }: ContentOf<'duties'>) {
  return (
    <dl className="ig-rows">
      {items.map(({ unit, what }, index) => (
        <div key={index}>
          <dt>
            <a href={unit.address}>{unit.title}</a>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
