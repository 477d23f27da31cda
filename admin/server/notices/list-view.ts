/** What `/admin/thong-bao/` shows. */
import { html, type Html } from '../pages/html.ts';
import { moment } from '../review/words.ts';
import { kinds } from './kinds.ts';
import { noticesAddress, waysAddress } from './letters.ts';
import { kept, type Notice } from './mailboxes.ts';

export function listBody(notices: readonly Notice[]): Html {
  const unread = notices.filter(({ read }) => !read);
  const read = notices.filter((notice) => notice.read);
  return html`
    <p><a href="${waysAddress}">Cách nhận thông báo: thư, theo từng việc</a></p>
    <h2>Chưa đọc (${unread.length})</h2>
    ${
      unread.length === 0
        ? html`<p>Bạn đã đọc hết.</p>`
        : html`${cards(unread)}
            <form method="post" action="${noticesAddress}da-doc/">
              <p><button class="quiet">Đánh dấu đã đọc tất cả</button></p>
            </form>`
    }
    ${
      read.length > 0 &&
      html`<h2>Đã đọc (${read.length})</h2>
        ${cards(read)}`
    }
    ${
      notices.length >= kept &&
      html`<p class="small">
        Chỉ giữ ${kept} thông báo mới nhất; việc cũ hơn có ở trang Duyệt và lịch sử của từng mục.
      </p>`
    }
  `;
}

function cards(notices: readonly Notice[]): Html {
  return html`<ul class="cards">
    ${notices.map(
      ({ id, at, kind, text, link, read }) =>
        html`<li>
          <p>
            ${!read && html`<strong class="tag urgent">Chưa đọc</strong>`}
            <span class="tag">${kinds[kind].words}</span>
          </p>
          <h3><a href="${link}">${text}</a></h3>
          <p class="small">${moment(new Date(at))}</p>
          ${
            !read &&
            html`<form method="post" action="${noticesAddress}da-doc/">
              <input type="hidden" name="id" value="${id}" />
              <button class="quiet">Đánh dấu đã đọc<span class="hidden">: ${text}</span></button>
            </form>`
          }
        </li>`,
    )}
  </ul>`;
}
