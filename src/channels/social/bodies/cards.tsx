/** Bodies whose items stand side by side: figures, parts, the “6 rõ”, what was and what will be. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { colors } from '#src/styles/tokens.ts';
import {
  Card,
  Column,
  Disc,
  Line,
  NameAndText,
  Pairs,
  Row,
  Words,
  type Setting,
} from './parts.tsx';

type Items<K extends InfographicContent['kind']> = Extract<InfographicContent, { kind: K }> &
  Setting;

/** One figure in a row, all in a column as wide as the widest needs. */
export function Figures({ items, size, tone }: Items<'figures'>) {
  const most = Math.max(...items.map(({ value }) => value.length));
  return (
    <Column>
      {items.map(({ value, label, note }, index) => (
        <Column key={index}>
          {index > 0 && <Line />}
          <Row alignItems="center" gap={size * 0.6} padding={`${size * 0.25}px 0`}>
            <Words
              width={Math.round(most * size * figureWidth)}
              flexShrink={0}
              fontSize={size * 1.5}
              fontWeight={700}
              lineHeight={1.2}
              color={tone.strong}
            >
              {value}
            </Words>
            <NameAndText name={label} text={note} size={size} />
          </Row>
        </Column>
      ))}
    </Column>
  );
}

/** Width of a figure's character, by the text size: its type is half as large again, and bold. */
const figureWidth = 0.86;

export function Parts({ whole, items, size, tone }: Items<'parts'>) {
  return (
    <Column gap={size * 0.6} alignItems="stretch">
      <Row
        justifyContent="center"
        padding={`${size * 0.5}px ${size}px`}
        borderRadius={size * 0.5}
        background={tone.strong}
      >
        <Words
          fontSize={size * 1.2}
          fontWeight={700}
          color={colors.surface}
          textAlign="center"
          textWrap="balance"
        >
          {whole}
        </Words>
      </Row>
      {isListOfNames(items) ? (
        <Card size={size} gap={size * (items.length > 6 ? 0.2 : 0.4)}>
          {items.map(({ name }, index) => (
            <Part key={index} number={index + 1} name={name} size={size} tone={tone} />
          ))}
        </Card>
      ) : (
        <Pairs gap={size * 0.6}>
          {items.map(({ name, text }, index) => (
            <Card key={index} size={size}>
              <Part number={index + 1} name={name} text={text} size={size} tone={tone} />
            </Card>
          ))}
        </Pairs>
      )}
    </Column>
  );
}

/** Names too long for half of the width, and nothing to explain them. */
function isListOfNames(items: Items<'parts'>['items']): boolean {
  const most = Math.max(...items.map(({ name }) => name.length));
  return most > 22 && items.every(({ text }) => text === undefined);
}

type PartProps = Setting & Items<'parts'>['items'][number] & { number: number };

function Part({ number, size, tone, ...words }: PartProps) {
  return (
    <Row gap={size * 0.5}>
      <Disc size={size * 0.8} color={tone.strong}>
        {String(number)}
      </Disc>
      <NameAndText {...words} size={size} />
    </Row>
  );
}

/** A row for each: its name on the colour, what is clear beside it. */
export function SixClear({ items, size, tone }: Items<'sixClear'>) {
  const corner = size * 0.5;
  return (
    <Column gap={size * 0.35}>
      {items.map(({ label, text }) => (
        <Row key={label} borderRadius={corner} background={tone.strong}>
          <Row width="29%" alignItems="center" padding={`0 ${size * 0.6}px`}>
            <Words fontSize={size} fontWeight={700} color={colors.surface}>
              {label}
            </Words>
          </Row>
          <Row
            flex={1}
            alignItems="center"
            padding={`${size * 0.4}px ${size * 0.6}px`}
            border={`2px solid ${tone.strong}`}
            borderRadius={`0 ${corner}px ${corner}px 0`}
            background={colors.surface}
          >
            <Words fontSize={size} color={colors.ink} lineHeight={1.3}>
              {text}
            </Words>
          </Row>
        </Row>
      ))}
    </Column>
  );
}

/** Left what was, right what comes: the right side wears the colour. */
export function Comparison({ from, to, items, size, tone }: Items<'comparison'>) {
  const inner = size * 0.5 - 3;
  const right = shareOfRight(items);
  const side = { padding: `${size * 0.5}px ${size * 0.7}px` };
  const [left, coming] = [
    { ...side, width: `${100 - right}%` },
    { ...side, width: `${right}%` },
  ];
  const head = { fontSize: size * 1.08, fontWeight: 700, textAlign: 'center' } as const;
  return (
    <Column
      borderRadius={size * 0.5}
      border={`3px solid ${tone.strong}`}
      background={colors.surface}
    >
      <Row>
        <Words
          {...left}
          {...head}
          borderRadius={`${inner}px 0 0 0`}
          background={colors.sand}
          color={colors.ink}
        >
          {from}
        </Words>
        <Words
          {...coming}
          {...head}
          borderRadius={`0 ${inner}px 0 0`}
          background={tone.strong}
          color={colors.surface}
        >
          {to}
        </Words>
      </Row>
      {items.map((item, index) => (
        <Column key={index}>
          {index > 0 && <Line />}
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
            <Words {...left} paddingTop={size * 0.15} fontSize={size} color={colors.inkSoft}>
              {item.from}
            </Words>
            <Words {...coming} paddingTop={size * 0.15} fontSize={size} color={colors.ink}>
              {item.to}
            </Words>
          </Row>
        </Column>
      ))}
    </Column>
  );
}

/** Per cent of the width for the right side, so that neither runs on far below the other. */
function shareOfRight(items: Items<'comparison'>['items']): number {
  const most = (texts: string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const [from, to] = [most(items.map((item) => item.from)), most(items.map((item) => item.to))];
  // A form that is not filled in yet has nothing to weigh.
  if (from + to === 0) return 50;
  return Math.round(Math.min(60, Math.max(42, (100 * to) / (from + to))));
}
