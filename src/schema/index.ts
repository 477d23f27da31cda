/** Every content type, in the order in which editors see them. */
import { articleType } from './article.ts';
import { axisType } from './axis.ts';
import { documentType } from './document.ts';
import { infographicType } from './infographic.ts';
import { pageType } from './page.ts';
import { settingsType } from './settings.ts';
import type { ContentType, DataOf, TypeName } from './type.ts';
import { unitType } from './unit.ts';

export const types = {
  article: articleType,
  infographic: infographicType,
  document: documentType,
  axis: axisType,
  unit: unitType,
  page: pageType,
  settings: settingsType,
} as const;

export const allTypes = Object.values(types) as unknown as readonly ContentType[];

export type AxisData = DataOf<typeof axisType>;
export type ArticleData = DataOf<typeof articleType>;
export type InfographicData = DataOf<typeof infographicType>;
export type DocumentData = DataOf<typeof documentType>;
export type UnitData = DataOf<typeof unitType>;
export type PageData = DataOf<typeof pageType>;
export type SettingsData = DataOf<typeof settingsType>;

/** The content type whose files lie in `content/<folder>`. */
export function typeOfFolder(folder: string): ContentType | undefined {
  return allTypes.find((type) => type.folder === folder);
}

export type { ContentType, TypeName };
