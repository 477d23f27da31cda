/** The body of an entry's picture: what matters most under a petal each, the rest in boxes. */
import type { OutlineSection } from '#src/schema/type.ts';
import { colors } from '#src/styles/tokens.ts';
import { Column, Disc, Petal, Row, Words, type Setting } from './parts.tsx';

interface OutlineProps extends Setting {
  sections: readonly OutlineSection[];
}

export function OutlineBody({ sections: [first, ...others], size, tone }: OutlineProps) {
  return (
    <Column gap={size * 0.95}>
      {first && (
        <Column gap={size * 0.55}>
          <Words fontSize={size * 0.92} fontWeight={700} color={tone.strong}>
            {first.heading}
          </Words>
          {first.items.map((item, index) => (
            <Row key={index} gap={size * 0.6}>
              <Petal size={size} color={tone.strong} />
              <Words flex={1} fontSize={size} color={colors.ink}>
                {item}
              </Words>
            </Row>
          ))}
        </Column>
      )}
      {others.map((section, index) => (
        <Box key={index} section={section} size={size} />
      ))}
    </Column>
  );
}

function Box({
  section: { heading, items, numbered },
  size,
}: {
  section: OutlineSection;
  size: number;
}) {
  return (
    <Column
      gap={size * 0.5}
      padding={`${size * 0.65}px ${size * 0.8}px ${size * 0.75}px`}
      border={`4px solid ${colors.gold}`}
      borderRadius={size * 0.5}
      background={colors.surface}
    >
      <Words fontSize={size * 0.92} fontWeight={700} color={colors.brand}>
        {heading}
      </Words>
      {items.map((item, index) => (
        <Row key={index} gap={size * 0.55}>
          {numbered && (
            <Disc size={size * 0.8} color={colors.brand}>
              {String(index + 1)}
            </Disc>
          )}
          <Words flex={1} fontSize={size} color={colors.ink}>
            {item}
          </Words>
        </Row>
      ))}
    </Column>
  );
}
