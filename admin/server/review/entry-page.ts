/** `/admin/da-dang/<type>/<slug>/`: one published entry and what can be asked for it. */
import type { User } from '../accounts/accounts.ts';
import type { Draft } from '../workflow/drafts.ts';
import { html, type Html } from '../pages/html.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { reasonAgainst, type Action, type State } from '../workflow/rules.ts';
import { axisNames } from './cards.ts';
import { liveKit } from './kit-links.ts';
import type { Names } from './names.ts';
import { changeAddress, versionsAddress, dayWords, editorAddress, stateOf } from './words.ts';

export interface EntryParts {
  entry: LiveEntry;
  /** A change that is under way. */
  draft: Draft | undefined;
  names: Names;
  user: User;
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
}

export function entryBody(parts: EntryParts): Html {
  const { entry, draft, names, today } = parts;
  const { type, slug, axis, address, withdrawn, reviewDate } = entry;
  const kit = liveKit(entry, today);
  return html`
    <ul class="facts">
      <li>${type.words.one}</li>
      ${axis && html`<li>${axisNames([axis], names)}</li>`}
      <li>Mã: ${slug}</li>
      ${reviewDate && html`<li>Ngày rà soát ${dayWords(reviewDate)}</li>`}
    </ul>
    ${
      withdrawn &&
      html`<div class="notice">
        <p><strong>Đã gỡ ngày ${dayWords(withdrawn.on)}</strong>: ${withdrawn.reason}</p>
        ${withdrawn.successor && html`<p>Trang thay thế: <a href="${withdrawn.successor}">${withdrawn.successor}</a></p>`}
      </div>`
    }
    <ul class="tabs">
      ${address && html`<li><a href="${address}">Xem trang đang đăng</a></li>`}
      ${kit && html`<li><a href="${kit}">Bộ chia sẻ</a></li>`}
      <li><a href="${editorAddress(entry)}">Sửa trong trang soạn bài</a></li>
      <li><a href="${versionsAddress(entry)}">Các bản trước</a></li>
    </ul>
    ${
      draft
        ? html`<p class="notice">
            Mục này đang có một thay đổi: ${stateOf(draft)}. Xong việc đó mới gỡ, đổi mã hoặc xóa
            được.
            <a href="${changeAddress(draft)}">Mở thay đổi</a>
          </p>`
        : html`<p>
              Mỗi việc dưới đây được gửi duyệt trước; trang chỉ thay đổi khi được duyệt và đăng.
            </p>
            ${requests(parts)}`
    }
  `;
}

function requests({ entry, user }: EntryParts): Html {
  const { type, slug, withdrawn } = entry;
  const has = (field: string) => Object.hasOwn(type.fields, field);
  const state: State = withdrawn ? 'withdrawn' : 'published';
  const may = (action: Action) =>
    reasonAgainst({ action, state, role: user.role, isAuthor: false, isWithinAxes: true }) ===
    undefined;
  const isFixed = !has('withdrawn') && !has('formerSlugs') && type.set !== 'open';
  return html`
    ${isFixed && html`<p>“${type.words.many}” là danh sách cố định: không gỡ, đổi mã hay xóa được.</p>`}
    ${
      has('withdrawn') &&
      may('withdraw') &&
      folded(
        'Gỡ khỏi trang',
        form(
          'withdraw',
          html`<p>
              Địa chỉ vẫn còn, kèm lời báo và ngày gỡ; có trang thay thế thì người đọc được đưa tới
              đó.
            </p>
            ${reason('Lý do gỡ, bà con sẽ đọc câu này', 300)}
            <label>
              Trang thay thế <small>(không bắt buộc, ví dụ /bai-viet/ten-bai/)</small>
              <input name="successor" maxlength="120" pattern="/([a-z0-9\\-]+/)+" />
            </label>
            <button>Gửi duyệt việc gỡ</button>`,
        ),
      )
    }
    ${
      has('withdrawn') &&
      may('restore') &&
      folded(
        'Khôi phục',
        form(
          'restore',
          html`${reason('Lý do khôi phục', 2000)} <button>Gửi duyệt việc khôi phục</button>`,
        ),
      )
    }
    ${
      has('formerSlugs') &&
      may('rename') &&
      folded(
        'Đổi mã (địa chỉ)',
        form(
          'rename',
          html`<p>
              Địa chỉ cũ tự dẫn sang địa chỉ mới. Những mục khác có nhắc tới mục này được sửa theo.
            </p>
            <label>
              Mã mới <small>(chữ thường không dấu, chữ số, gạch nối)</small>
              <input
                name="newSlug"
                value="${slug}"
                maxlength="80"
                pattern="[a-z0-9]+(-[a-z0-9]+)*"
                required
              />
            </label>
            <button>Gửi duyệt việc đổi mã</button>`,
        ),
      )
    }
    ${
      type.set === 'open' &&
      may('delete') &&
      folded(
        'Xóa hẳn',
        form(
          'delete',
          html`<p>
              Địa chỉ không còn trang nào, đường dẫn đã gửi cho bà con sẽ hỏng. Nên gỡ thay vì xóa.
            </p>
            ${reason('Lý do xóa', 2000)}
            <button class="danger">Gửi duyệt việc xóa</button>`,
        ),
      )
    }
  `;
}

function form(action: Action, body: Html): Html {
  return html`<form class="form" method="post">
    <input type="hidden" name="action" value="${action}" />
    ${body}
  </form>`;
}

function folded(title: string, body: Html): Html {
  return html`<details>
    <summary>${title}</summary>
    ${body}
  </details>`;
}

function reason(label: string, max: number): Html {
  return html`<label>
    ${label}<textarea name="note" minlength="5" maxlength="${max}" required></textarea>
  </label>`;
}
