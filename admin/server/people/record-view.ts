import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import type { Activity } from './activity.ts';
import { adminAddress } from './admin-view.ts';

/** Rows of the record that a page shows; the CSV has all. */
const shownRows = 300;

export function activityBody(month: string, newestFirst: readonly Activity[]): Html {
  const shown = newestFirst.slice(0, shownRows);
  return html`<p>
      <a href="${adminAddress}#nhat-ky">Mọi tháng</a> ·
      <a href="${adminAddress}nhat-ky-${month}.csv">Tải cả tháng dạng CSV</a>
    </p>
    ${
      newestFirst.length > shownRows &&
      html`<p>Đang hiện ${shownRows} việc mới nhất trong ${newestFirst.length} việc.</p>`
    }
    <ul class="cards">
      ${shown.map(
        ({ at, name, address, action, entry, reviewer, detail }) =>
          html`<li>
            <p><strong>${action}</strong>${entry && ` ${entry}`}</p>
            ${detail && html`<p>${detail}</p>`}
            <ul class="facts">
              <li>${hanoiTime(at)}</li>
              ${name && html`<li>${name}</li>`} ${reviewer && html`<li>Duyệt: ${reviewer}</li>`}
              ${address && html`<li>${address}</li>`}
            </ul>
          </li>`,
      )}
    </ul>
    ${shown.length === 0 && html`<p>Tháng này chưa có việc nào.</p>`}`;
}
