import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { figureOf } from '#src/drawing/figure.ts';
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { AxesMap } from './AxesMap.tsx';
import { Comparison } from './Comparison.tsx';
import { Duties } from './Duties.tsx';
import { Figures } from './Figures.tsx';
import { Message } from './Message.tsx';
import { Parts } from './Parts.tsx';
import { Quote } from './Quote.tsx';
import { SixClear } from './SixClear.tsx';
import { Steps } from './Steps.tsx';
import { Timeline } from './Timeline.tsx';

/** These kinds have their drawing among their words. */
const drawnInside: readonly InfographicContent['kind'][] = ['figures', 'quote', 'message'];

/**
 * An infographic: its drawing, and beside it the same as text that can be read out, enlarged and
 * printed. Headings start at h2.
 */
export function Infographic({ content }: { content: InfographicContent }) {
  const { kind } = content;
  if (drawnInside.includes(kind))
    return <div className={`infographic ig-${kind}`}>{said(content)}</div>;
  return (
    <div className={`infographic ig-drawn ig-${kind}`}>
      <Drawn drawing={figureOf(content)} />
      <div className="ig-said">{said(content)}</div>
    </div>
  );
}

function said(content: InfographicContent) {
  switch (content.kind) {
    case 'figures':
      return <Figures {...content} />;
    case 'steps':
      return <Steps {...content} />;
    case 'timeline':
      return <Timeline {...content} />;
    case 'comparison':
      return <Comparison {...content} />;
    case 'parts':
      return <Parts {...content} />;
    case 'duties':
      return <Duties {...content} />;
    case 'sixClear':
      return <SixClear {...content} />;
    case 'quote':
      return <Quote {...content} />;
    case 'message':
      return <Message {...content} />;
    case 'axes':
      return <AxesMap {...content} />;
  }
}
