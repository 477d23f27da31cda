import { words } from '#src/text/vi.ts';
import type { ContentOf } from './content-of.ts';

/** So sánh: a row for each thing compared; on a phone its name stands above its two cells. */
export function Comparison({ from, to, items }: ContentOf<'comparison'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="unseen">
            {words.infographic.aspect}
          </th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.name}</th>
            <td>{row.from}</td>
            <td>{row.to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
