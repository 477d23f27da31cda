/** The blocks that are made of words alone, by their names in a body. */
import type { ReactNode } from 'react';
import type { BlockName } from '#src/schema/blocks.ts';
import { Comparison, KeyFigures, Note, Question, SixClear, Steps, Timeline } from './Box.tsx';
import { Download } from './Download.tsx';
import { Quote } from './Quote.tsx';

/** Every attribute that one of them has. */
export interface WordBlockProps {
  title: string;
  source: string;
  href: string;
  about: string;
  children?: ReactNode;
}

export const wordBlocks = {
  Note,
  Question,
  Steps,
  Timeline,
  KeyFigures,
  Comparison,
  SixClear,
  Quote,
  Download,
} satisfies Record<Exclude<BlockName, 'Figure' | 'Gallery' | 'Entry'>, unknown>;
