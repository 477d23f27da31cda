/** Small pieces that the bodies of pictures are put together from. */
import type { CSSProperties, ReactNode } from 'react';
import { unbroken } from '#src/model/typography.ts';
import type { AxisColors } from '#src/styles/tokens.ts';
import { colors } from '#src/styles/tokens.ts';

/** How a body is set: its text size in pixels, from which all else follows, and its colours. */
export interface Setting {
  size: number;
  tone: AxisColors;
}

type BoxProps = CSSProperties & { children?: ReactNode };

/** A box whose children stand one below the other. */
export function Column({ children, ...style }: BoxProps) {
  return (
    <Row flexDirection="column" {...style}>
      {children}
    </Row>
  );
}

/** A box whose children stand side by side, whole pixels apart so that edges are sharp. */
export function Row({ children, gap = 0, ...style }: BoxProps) {
  const ownStyle = {
    display: 'flex',
    boxSizing: 'border-box',
    gap: Math.round(Number(gap)),
  } as const;
  return <div style={{ ...ownStyle, ...style }}>{children}</div>;
}

/** Text that wraps within its box, also inside a word that is longer than a line. */
export function Words({ children, ...style }: CSSProperties & { children: string }) {
  const ownStyle = { lineHeight: 1.36, overflowWrap: 'anywhere' } as const;
  return <div style={{ ...ownStyle, ...style }}>{unbroken(children)}</div>;
}

/** A name and, below it, what explains it. */
export function NameAndText({
  name,
  text,
  size,
}: {
  name: string;
  text?: string | undefined;
  size: number;
}) {
  return (
    <Column flex={1}>
      <Words fontSize={size * 1.08} fontWeight={700} color={colors.ink}>
        {name}
      </Words>
      {text !== undefined && (
        <Words fontSize={size * 0.92} color={colors.inkSoft} marginTop={size * 0.1}>
          {text}
        </Words>
      )}
    </Column>
  );
}

/** A number in a disc. */
export function Disc({ children, size, color }: { children: string; size: number; color: string }) {
  const side = Math.round(size * 1.7);
  return (
    <Row
      width={side}
      height={side}
      flexShrink={0}
      alignItems="center"
      justifyContent="center"
      borderRadius={side / 2}
      background={color}
      color={colors.surface}
      fontSize={size}
      fontWeight={700}
    >
      {children}
    </Row>
  );
}

/** A petal as a bullet. */
export function Petal({ size, color }: { size: number; color: string }) {
  return (
    <svg
      width={Math.round(size * 0.62)}
      height={size * 0.9}
      viewBox="0 0 62 90"
      style={{ flexShrink: 0, marginTop: size * 0.22 }}
    >
      <path d="M31 0C62 30 66 66 31 90C-4 66 0 30 31 0Z" fill={color} />
    </svg>
  );
}

/** A line between rows. */
export function Line() {
  return <Row height={2} background={colors.line} />;
}

/** A white card. */
export function Card({ size, children, ...style }: BoxProps & { size: number }) {
  return (
    <Column
      flex={1}
      padding={`${size * 0.55}px ${size * 0.65}px`}
      border={`2px solid ${colors.line}`}
      borderRadius={size * 0.5}
      background={colors.surface}
      {...style}
    >
      {children}
    </Column>
  );
}

interface PairsProps {
  gap: number;
  children: ReactNode[];
}

/** Cards two in a row; a last one without a neighbour takes the whole row. */
export function Pairs({ gap, children }: PairsProps) {
  const rows = Array.from({ length: Math.ceil(children.length / 2) }, (_, row) =>
    children.slice(row * 2, row * 2 + 2),
  );
  return (
    <Column gap={gap}>
      {rows.map((cells, row) => (
        <Row key={row} gap={gap}>
          {cells}
        </Row>
      ))}
    </Column>
  );
}
