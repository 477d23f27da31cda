/** The mark in pictures: the seven petals, those of the picture's axes lit. */
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { axisColor, colors } from '#src/styles/tokens.ts';

interface LotusProps {
  /** Width in pixels; the height follows. */
  width: number;
  /** Orders of the axes whose petals are lit and numbered. */
  lit: readonly number[];
  /** The colour that it stands on, which parts the petals. */
  ground: string;
}

/** Height in pixels of a lotus of this width. */
export function lotusHeight(width: number): number {
  return (width * lotusSize.height) / lotusSize.width;
}

/** The lotus: lit petals in their axes' colours, the others in outline, as on the pages. */
export function Lotus({ width, lit, ground }: LotusProps) {
  const scale = width / lotusSize.width;
  const height = lotusHeight(width);
  const badge = { width: 40 * scale, height: 40 * scale };
  return (
    <div style={{ display: 'flex', position: 'relative', width, height }}>
      <svg width={width} height={height} viewBox={`0 0 ${lotusSize.width} ${lotusSize.height}`}>
        {drawingOrder.map((order) => {
          const { strong, soft } = axisColor(order);
          const look = lit.includes(order)
            ? { fill: strong, stroke: ground, strokeWidth: 3 }
            : { fill: soft, stroke: strong, strokeWidth: 2 };
          return <path key={order} d={petals[order - 1]!.path} {...look} strokeLinejoin="round" />;
        })}
      </svg>
      {petals
        .filter(({ order }) => lit.includes(order))
        .map(({ order, label }) => (
          <div
            key={order}
            style={{
              ...badge,
              position: 'absolute',
              left: label.x * scale - badge.width / 2,
              top: label.y * scale - badge.height / 2,
              display: 'flex',
              alignItems: 'center',
              justifyContent: 'center',
              color: colors.surface,
              fontSize: 26 * scale,
              fontWeight: 700,
            }}
          >
            {order}
          </div>
        ))}
    </div>
  );
}

/** The lotus in one colour, small, as a signature beside the site's name. */
export function LotusSign({ width, color, gap }: { width: number; color: string; gap: string }) {
  return (
    <svg
      width={width}
      height={lotusHeight(width)}
      viewBox={`0 0 ${lotusSize.width} ${lotusSize.height}`}
    >
      {drawingOrder.map((order) => (
        <path key={order} d={petals[order - 1]!.path} fill={color} stroke={gap} strokeWidth={8} />
      ))}
    </svg>
  );
}
