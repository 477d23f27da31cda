/** Bodies whose items stand side by side: figures, parts, the “6 rõ”, what was and what will be. */
import type { InfographicContent } from '#src/model/infographic.ts';
import { colors } from '#src/styles/tokens.ts';
import { Card, Column, NameAndText, Pairs, Petal, Row, Words, type Setting } from './parts.tsx';

type Items<K extends InfographicContent['kind']> = Extract<InfographicContent, { kind: K }> &
  Setting;

export function Figures({ items, size, tone }: Items<'figures'>) {
  return (
    <Pairs gap={size * 0.6}>
      {items.map(({ value, label, note }, index) => (
        <Card key={index} size={size} borderLeft={`10px solid ${tone.strong}`}>
          <Words fontSize={size * 2.1} fontWeight={700} lineHeight={1.2} color={tone.strong}>
            {value}
          </Words>
          <NameAndText name={label} text={note} size={size} />
        </Card>
      ))}
    </Pairs>
  );
}

export function Parts({ whole, items, size, tone }: Items<'parts'>) {
  return (
    <Column gap={size * 0.6} alignItems="stretch">
      <Row
        justifyContent="center"
        padding={`${size * 0.5}px ${size}px`}
        borderRadius={size * 0.5}
        background={tone.strong}
      >
        <Words fontSize={size * 1.2} fontWeight={700} color={colors.surface} textAlign="center">
          {whole}
        </Words>
      </Row>
      <Pairs gap={size * 0.6}>
        {items.map(({ name, text }, index) => (
          <Card key={index} size={size} flexDirection="row" gap={size * 0.5}>
            <Petal size={size} color={tone.strong} />
            <NameAndText name={name} text={text} size={size} />
          </Card>
        ))}
      </Pairs>
    </Column>
  );
}

export function SixClear({ items, size, tone }: Items<'sixClear'>) {
  return (
    <Pairs gap={size * 0.6}>
      {items.map(({ label, text }) => (
        <Card key={label} size={size} borderTop={`8px solid ${tone.strong}`}>
          <Words fontSize={size * 1.1} fontWeight={700} color={tone.strong}>
            {label}
          </Words>
          <Words fontSize={size} color={colors.ink} marginTop={size * 0.15}>
            {text}
          </Words>
        </Card>
      ))}
    </Pairs>
  );
}

/** Left what was, right what comes: the right side wears the colour. */
export function Comparison({ from, to, items, size, tone }: Items<'comparison'>) {
  const side = { flex: 1, padding: `${size * 0.5}px ${size * 0.7}px` };
  const head = { ...side, fontSize: size * 1.08, fontWeight: 700, textAlign: 'center' } as const;
  return (
    <Column borderRadius={size * 0.5} border={`3px solid ${tone.strong}`} overflow="hidden">
      <Row>
        <Words {...head} background={colors.sand} color={colors.ink}>
          {from}
        </Words>
        <Words {...head} background={tone.strong} color={colors.surface}>
          {to}
        </Words>
      </Row>
      {items.map((item, index) => (
        <Column key={index} borderTop={`2px solid ${colors.line}`} background={colors.surface}>
          <Words
            fontSize={size * 0.9}
            fontWeight={700}
            color={tone.strong}
            textAlign="center"
            paddingTop={size * 0.35}
          >
            {item.name}
          </Words>
          <Row>
            <Words {...side} paddingTop={size * 0.15} fontSize={size} color={colors.inkSoft}>
              {item.from}
            </Words>
            <Words {...side} paddingTop={size * 0.15} fontSize={size} color={colors.ink}>
              {item.to}
            </Words>
          </Row>
        </Column>
      ))}
    </Column>
  );
}
