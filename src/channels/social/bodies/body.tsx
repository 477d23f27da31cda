/** The body of a picture, by the kind of its content. */
import { Drawn } from '#src/components/drawing/Drawn.tsx';
import type { Drawing } from '#src/drawing/drawing.ts';
import { colors } from '#src/styles/tokens.ts';
import { paintOf } from '../../pictures/paint.ts';
import type { PictureContent } from '../input.ts';
import type { Variant } from '../variants.ts';
import { Comparison, Figures, Parts, SixClear } from './cards.tsx';
import { Column, Row, Words, type Setting } from './parts.tsx';
import { OutlineBody } from './outline.tsx';
import { Message, Quotation } from './sayings.tsx';
import { Axes, Duties, Steps, Timeline } from './sequences.tsx';

interface BodyProps extends Setting, Variant {
  picture: Drawing;
  axis: number | undefined;
}

/** Height of the drawing above a content, as a multiple of the text size. */
const drawnHeight = 6.4;

export function Body({ content, notice, isDrawn, picture, axis, ...setting }: BodyProps) {
  const { size } = setting;
  return (
    <Column gap={size * 0.8}>
      {isDrawn && (
        <Row justifyContent="center">
          <Drawn
            drawing={picture}
            paint={paintOf(axis)}
            wide={Math.round((size * drawnHeight * picture.width) / picture.height)}
          />
        </Row>
      )}
      <Content content={content} {...setting} />
      {notice !== undefined && (
        <Words
          padding={`${size * 0.4}px ${size * 0.8}px`}
          border={`3px solid ${colors.gold}`}
          borderRadius={size * 0.5}
          background={colors.surface}
          color={colors.brand}
          fontSize={size * 0.92}
          fontWeight={600}
          textWrap="balance"
        >
          {notice}
        </Words>
      )}
    </Column>
  );
}

function Content({ content, ...setting }: Setting & { content: PictureContent }) {
  switch (content.kind) {
    case 'outline':
      return <OutlineBody {...content} {...setting} />;
    case 'figures':
      return <Figures {...content} {...setting} />;
    case 'steps':
      return <Steps {...content} {...setting} />;
    case 'timeline':
      return <Timeline {...content} {...setting} />;
    case 'comparison':
      return <Comparison {...content} {...setting} />;
    case 'parts':
      return <Parts {...content} {...setting} />;
    case 'duties':
      return <Duties {...content} {...setting} />;
    case 'sixClear':
      return <SixClear {...content} {...setting} />;
    case 'quote':
      return <Quotation {...content} {...setting} />;
    case 'message':
      return <Message {...content} {...setting} />;
    case 'axes':
      return <Axes {...content} {...setting} />;
  }
}
