/** The ways to share kits: of a change, in its preview, and of what is on the site. */
import { kitAddress } from '#src/model/share-kit.ts';
import { frontOf } from '../content/change-files.ts';
import { html, type Html } from '../pages/html.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { kitPreviewAddress } from '../preview/preview.ts';
import type { ChangeView } from '../workflow/workflow.ts';

/** Links to the kit that a change would make and to the present one; `today` is a day in Hà Nội. */
export function kitLinks(
  { draft, files, findings, collisions }: ChangeView,
  today: string,
): Html | undefined {
  const { type, slug, path } = draft;
  const file = files.find((one) => one.path === path);
  const kitOf = (text: string | undefined) =>
    text === undefined
      ? undefined
      : kitAddress({ type: type.name, slug }, frontOf(type, text), today);
  const isBuilt = collisions.length === 0 && !findings.some(({ severity }) => severity === 'error');
  const next = isBuilt && kitOf(file?.after) && kitPreviewAddress(type.name, slug);
  const live = kitOf(file?.before);
  if (!next && !live) return undefined;
  return html`<ul class="tabs">
    ${next && html`<li>${link(next, 'Bộ chia sẻ của bản này')}</li>`}
    ${live && html`<li>${link(live, 'Bộ chia sẻ đang đăng')}</li>`}
  </ul>`;
}

/** Address of a published entry's kit; `undefined` when it has none. */
export function liveKit({ type, slug, ...life }: LiveEntry, today: string): string | undefined {
  return kitAddress({ type: type.name, slug }, life, today);
}

function link(address: string, words: string): Html {
  return html`<a href="${address}" target="_blank">${words} (cửa sổ mới)</a>`;
}
