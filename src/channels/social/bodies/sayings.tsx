/** Bodies that say one thing in large type: a quotation, an axis's message. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { messageParts } from '#src/model/infographic-text.ts';
import { colors } from '#src/styles/tokens.ts';
import { bodyWidth } from '../layout.ts';
import { Column, Petal, Row, Words, type Setting } from './parts.tsx';

type Content<K extends InfographicContent['kind']> = Extract<InfographicContent, { kind: K }> &
  Setting;

/** The words in the largest type that there is room for, on the full colour; lines end as written. */
export function Quotation({ text, from, size, tone }: Content<'quote'>) {
  return (
    <Column padding={size} borderRadius={size * 0.5} background={tone.strong}>
      <Words
        fontSize={quoteSize(text, size)}
        fontWeight={700}
        lineHeight={1.28}
        whiteSpace="pre-line"
        color={colors.surface}
      >
        {`“${text}”`}
      </Words>
      <Row
        width={size * 2}
        height={size * 0.16}
        margin={`${size * 0.6}px 0 ${size * 0.5}px`}
        background={colors.goldLight}
      />
      <Words fontSize={size * 0.85} fontWeight={600} color={colors.surface}>
        {from}
      </Words>
    </Column>
  );
}

/** In pixels: lines that the writer has ended stay whole. */
function quoteSize(text: string, size: number): number {
  const lines = text.split('\n');
  if (lines.length === 1) return size * 1.55;
  const longest = Math.max(...lines.map((line) => line.length)) + 1;
  return Math.min(size * 1.55, (bodyWidth - 2 * size) / (longest * boldWidth));
}

/** Width of a bold letter, by its size, as the average of a line. */
const boldWidth = 0.53;

/** The message word for word, one clause a line, then what it means. */
export function Message({ axis, more, note, meanings, size, tone }: Content<'message'>) {
  return (
    <Column gap={size * 0.7}>
      <Column
        padding={`${size * 0.8}px ${size}px`}
        borderRadius={size * 0.5}
        background={tone.strong}
        alignItems="center"
      >
        {messageParts(axis.message).map((part, index) => (
          <Words
            key={index}
            fontSize={size * 1.5}
            fontWeight={700}
            color={colors.surface}
            textAlign="center"
          >
            {part}
          </Words>
        ))}
        {more !== undefined && (
          <Words
            fontSize={size}
            fontWeight={600}
            color={colors.surface}
            textAlign="center"
            marginTop={size * 0.4}
          >
            {more}
          </Words>
        )}
      </Column>
      {meanings.map((meaning, index) => (
        <Row key={index} gap={size * 0.6}>
          <Petal size={size} color={tone.strong} />
          <Words flex={1} fontSize={size} color={colors.ink}>
            {meaning}
          </Words>
        </Row>
      ))}
      {note !== undefined && (
        <Words fontSize={size * 0.75} color={colors.inkSoft}>
          {note}
        </Words>
      )}
    </Column>
  );
}
