/** Every content type, in the order in which editors see them. */
import { alertType } from './alert.ts';
import { articleType } from './article.ts';
import { axisType } from './axis.ts';
import { bulletinType } from './bulletin.ts';
import { campaignType } from './campaign.ts';
import { clarificationType } from './clarification.ts';
import { documentType } from './document.ts';
import { eventType } from './event.ts';
import { exemplarType } from './exemplar.ts';
import { infographicType } from './infographic.ts';
import { pageType } from './page.ts';
import { questionType } from './question.ts';
import { recordingType } from './recording.ts';
import { settingsType } from './settings.ts';
import { termType } from './term.ts';
import type { ContentType as Declared, DataOf, PageType } from './type.ts';
import { unitType } from './unit.ts';

export const types = {
  article: articleType,
  infographic: infographicType,
  question: questionType,
  event: eventType,
  exemplar: exemplarType,
  clarification: clarificationType,
  recording: recordingType,
  campaign: campaignType,
  bulletin: bulletinType,
  alert: alertType,
  document: documentType,
  term: termType,
  axis: axisType,
  unit: unitType,
  page: pageType,
  settings: settingsType,
} as const;

export type TypeName = keyof typeof types;

/** The types whose entries have pages on the site. */
export type PageTypeName = {
  [N in TypeName]: (typeof types)[N] extends { address: (slug: string) => string } ? N : never;
}[TypeName];

/** An entry's data, by the name of its type. */
export type Data<N extends TypeName> = DataOf<(typeof types)[N]>;

/** Any content type, by its declaration. */
export type ContentType = Declared<TypeName>;

export const allTypes = Object.values(types) as unknown as readonly ContentType[];

/** The types whose entries have pages, in the same order. */
export const pageTypes = allTypes.filter(
  (type): type is PageType<PageTypeName> => type.address !== undefined,
);

/** The types that have a list of their own on the site. */
export const listTypes = pageTypes.filter(({ pages }) => pages.section !== '');

export type SettingsData = Data<'settings'>;
