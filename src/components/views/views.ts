/** What is a type's own on the page of an entry: one view a type, and the compiler misses none. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { PageTypeName } from '#src/schema/index.ts';
import Article from './Article.astro';
import Axis from './Axis.astro';
import Bulletin from './Bulletin.astro';
import Campaign from './Campaign.astro';
import Clarification from './Clarification.astro';
import Document from './Document.astro';
import Event from './Event.astro';
import Exemplar from './Exemplar.astro';
import Infographic from './Infographic.astro';
import Page from './Page.astro';
import Question from './Question.astro';
import Recording from './Recording.astro';
import Term from './Term.astro';
import Unit from './Unit.astro';

export const views: Record<PageTypeName, AstroComponentFactory> = {
  article: Article,
  infographic: Infographic,
  question: Question,
  event: Event,
  exemplar: Exemplar,
  clarification: Clarification,
  recording: Recording,
  campaign: Campaign,
  bulletin: Bulletin,
  document: Document,
  term: Term,
  axis: Axis,
  unit: Unit,
  page: Page,
};
