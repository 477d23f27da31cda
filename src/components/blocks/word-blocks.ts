/** The blocks that are made of words alone, by their names in a body. */
import type { ReactNode } from 'react';
import type { BlockName } from '#src/schema/blocks.ts';
import { KeyFigures, Note, Question, Steps, Timeline } from './Box.tsx';
import { Quote } from './Quote.tsx';

/** Every attribute that one of them has. */
export interface WordBlockProps {
  title: string;
  source: string;
  children?: ReactNode;
}

export const wordBlocks = { Note, Question, Steps, Timeline, KeyFigures, Quote } satisfies Record<
  Exclude<BlockName, 'Figure'>,
  unknown
>;
