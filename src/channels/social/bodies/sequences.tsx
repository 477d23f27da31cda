/** Bodies whose items follow one another: steps, moments, duties, axes. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { axisColor, colors } from '#src/styles/tokens.ts';
import { Column, Disc, Line, NameAndText, Row, Words, type Setting } from './parts.tsx';

type Items<K extends InfographicContent['kind']> = Extract<InfographicContent, { kind: K }> &
  Setting;

export function Steps({ items, size, tone }: Items<'steps'>) {
  return (
    <Column gap={size * 0.75}>
      {items.map(({ name, text }, index) => (
        <Row key={index} gap={size * 0.7} alignItems="flex-start">
          <Disc size={size} color={tone.strong}>
            {String(index + 1)}
          </Disc>
          <Column flex={1} paddingTop={size * 0.1}>
            <NameAndText name={name} text={text} size={size} />
          </Column>
        </Row>
      ))}
    </Column>
  );
}

/** Moments stand on a line at their left with their numbers; those that need no explaining take one line each. */
export function Timeline({ items, size, tone }: Items<'timeline'>) {
  const isBrief = items.every(({ text }) => text === undefined);
  const space = isBrief ? size * 0.3 : size * 0.7;
  return (
    <Column>
      {items.map(({ when, name, text }, index) => (
        <Row key={index} gap={size * 0.7}>
          <Column alignItems="center" flexShrink={0}>
            <Disc size={size * 0.8} color={tone.strong}>
              {String(index + 1)}
            </Disc>
            {index < items.length - 1 && <Row width={4} flexGrow={1} background={tone.strong} />}
          </Column>
          <Row
            flex={1}
            flexDirection={isBrief ? 'row' : 'column'}
            paddingBottom={index < items.length - 1 ? space : 0}
          >
            <Words
              fontSize={isBrief ? size * 1.08 : size}
              fontWeight={700}
              color={tone.strong}
              {...(isBrief && { width: Math.round(size * 7.8), flexShrink: 0 })}
            >
              {when}
            </Words>
            <NameAndText name={name} text={text} size={size} />
          </Row>
        </Row>
      ))}
    </Column>
  );
}

export function Duties({ items, size, tone }: Items<'duties'>) {
  return (
    <Column>
      {items.map(({ unit, what }, index) => (
        <Column key={index}>
          {index > 0 && <Line />}
          <Row gap={size * 0.6} padding={`${size * 0.45}px 0`}>
            <Disc size={size * 0.8} color={tone.strong}>
              {String(index + 1)}
            </Disc>
            <Words width="34%" fontSize={size} fontWeight={700} color={tone.strong}>
              {unit.title}
            </Words>
            <Words flex={1} fontSize={size} color={colors.ink}>
              {what}
            </Words>
          </Row>
        </Column>
      ))}
    </Column>
  );
}

/** The map of the seven axes, each in its own colour; an empty message is left out. */
export function Axes({ items, size }: Items<'axes'>) {
  return (
    <Column gap={size * 0.3}>
      {items.map(({ order, title, message }) => (
        <Row
          key={order}
          gap={size * 0.7}
          alignItems="center"
          padding={`${size * 0.28}px ${size * 0.6}px`}
          borderRadius={size * 0.5}
          background={axisColor(order).soft}
        >
          <Disc size={size * 0.85} color={axisColor(order).strong}>
            {String(order)}
          </Disc>
          <Column flex={1}>
            <Words fontSize={size} fontWeight={700} color={axisColor(order).strong}>
              {title}
            </Words>
            {message !== '' && (
              <Words fontSize={size * 0.92} color={colors.ink}>
                {message}
              </Words>
            )}
          </Column>
        </Row>
      ))}
    </Column>
  );
}
