import { placed, type Drawing, type Shape } from '../drawing.ts';
import { amountDrawing, amountOf } from './count.ts';

/** A cell: the amount in petals, below it the figure as it is written. */
const cell = { width: 106, height: 92 } as const;

/** Con số: each figure beside the others, three in a row; of an amount its number. */
export function figures(values: readonly string[]): Drawing {
  const columns = Math.min(values.length, values.length === 4 ? 2 : 3);
  const rows = Math.ceil(values.length / columns);
  return {
    width: columns * cell.width,
    height: rows * cell.height,
    shapes: values.flatMap((value, index): Shape[] => {
      const inRow = Math.min(columns, values.length - Math.floor(index / columns) * columns);
      const x = ((columns - inRow) / 2 + (index % columns)) * cell.width;
      const y = Math.floor(index / columns) * cell.height;
      return placed({ shapes: figure(value) }, { x, y }, 1);
    }),
  };
}

function figure(value: string): Shape[] {
  const amount = amountOf(value);
  // What is counted stands beside the drawing.
  const [number = value] = amount ? value.split(' ') : [];
  const size = Math.min(amount ? 22 : 30, (cell.width - 4) / (number.length * 0.62));
  const text: Shape = {
    text: number,
    x: cell.width / 2,
    y: amount ? 78 : 50,
    size,
    fill: 'strong',
  };
  return amount ? [...placed(amountDrawing(amount), { x: 9, y: 0 }, 0.74), text] : [text];
}
