import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';

interface Props {
  /** The axis whose petal alone is in full colour. */
  lit?: number;
  /** Whether the petals bear their axes' numbers. */
  numbered?: boolean;
}

/** The lotus inside an infographic; an ornament, for the text beside it says the same. */
export function Lotus({ lit, numbered = false }: Props) {
  return (
    <svg
      className="lotus"
      viewBox={`0 0 ${lotusSize.width} ${lotusSize.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawingOrder.map((order) => {
        const { path, label } = petals[order - 1]!;
        const isDim = lit !== undefined && lit !== order;
        return (
          <g className={numbered ? 'petal-link' : undefined} key={order}>
            <path className={`petal ${isDim ? 'petal-dim ' : ''}axis-${order}`} d={path} />
            {numbered && (
              <text x={label.x} y={label.y} dy=".35em">
                {order}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
