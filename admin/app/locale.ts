/** Vietnamese: Decap's own words with ours merged over them, and Vietnamese dates. */
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import type { CMS } from 'decap-cms-core';
import en from 'decap-cms-locales/dist/esm/en/index.js';
import vi from 'decap-cms-locales/dist/esm/vi/index.js';
import { mergePhrases, phrases } from './phrases.ts';

/** Registers `vi`, and `en`, which Decap merges under every locale. */
export function registerLocale(cms: CMS): void {
  cms.registerLocale('en', en);
  cms.registerLocale('vi', mergePhrases(vi, phrases));
  dayjs.locale('vi');
}
