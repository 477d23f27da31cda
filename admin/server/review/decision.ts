/** What this person can do with a change: forms for what can succeed, reasons for what cannot. */
import { collisionWords } from '../content/change-tree.ts';
import { hanoiStamp, hanoiTime } from '../machine/hanoi.ts';
import { spanWords } from '../machine/span.ts';
import { html, type Html, type Part } from '../pages/html.ts';
import type { Action } from '../workflow/rules.ts';
import type { ChangeView } from '../workflow/workflow.ts';
import { eases } from '../workflow/eases.ts';
import { farthestMoment } from '../workflow/schedule.ts';
import { form } from './change-form.ts';
import { editorAddress } from './words.ts';

export interface DecisionParts {
  view: ChangeView;
  reasons: Record<Action, string | undefined>;
  now: Date;
  /** How long the site's last build took, in seconds; absent where nobody knows yet. */
  lastBuild: number | undefined;
}

/** The step that a change waits for in each state. */
const nextAction = {
  draft: 'submit',
  pending_review: 'approve',
  pending_publish: 'publish',
} as const satisfies Record<string, Action>;

export function decision(parts: DecisionParts): Html {
  const { view, reasons } = parts;
  const blocked = obstacle(view);
  const next = nextAction[view.draft.status];
  const may = (action: Action) => reasons[action] === undefined;
  const mayPublish = blocked === undefined;
  return html`
    ${reasons[next] && html`<p class="notice">${reasons[next]}</p>`}
    ${blocked && html`<div class="problem"><p>${blocked}</p></div>`}
    ${
      may('submit') &&
      form(
        view,
        'submit',
        html`${note('Lời nhắn cho người duyệt (không bắt buộc)')} <button>Gửi duyệt</button>`,
      )
    }
    ${
      mayPublish &&
      may('approve') &&
      form(
        view,
        'approve',
        html`${easeList()} ${note('Lời nhắn (không bắt buộc)')}
          <button>Duyệt</button>
          <button class="quiet" name="then" value="publish" data-working="Đang dựng trang…">
            Duyệt và đăng ngay
          </button>
          <small>Đăng ngay thì ${buildWords(parts)}</small>`,
      )
    }
    ${
      mayPublish &&
      may('publish') &&
      form(
        view,
        'publish',
        html`<button data-working="Đang dựng trang…">Đăng ngay</button>
          <small>Khi đăng, ${buildWords(parts)}</small>`,
      )
    }
    ${
      view.draft.publishAt &&
      may('unschedule') &&
      form(
        view,
        'unschedule',
        html`<p>Mục sẽ tự đăng lúc <strong>${hanoiTime(view.draft.publishAt)}</strong>.</p>
          <button class="quiet">Hủy hẹn giờ</button>`,
      )
    }
    ${
      mayPublish &&
      may('schedule') &&
      folded(view.draft.publishAt ? 'Đổi giờ đăng' : 'Hẹn ngày giờ đăng', schedule(parts))
    }
    ${
      may('sendBack') &&
      folded(
        'Trả lại người viết',
        form(
          view,
          'sendBack',
          html`${reason('Lý do, để người viết biết cần sửa gì')} <button>Trả lại</button>`,
        ),
      )
    }
    ${may('takeBack') && form(view, 'takeBack', html`<button class="quiet">Rút lại để sửa tiếp</button>`)}
    ${
      view.draft.kind === 'edit' &&
      may('save') &&
      html`<p>
        <a href="${editorAddress(view.draft)}">Mở trong trang soạn bài</a>
        ${view.draft.status !== 'draft' && html`<br /><small>Lưu sửa đổi thì mục phải được duyệt lại.</small>`}
      </p>`
    }
    ${
      may('discard') &&
      folded(
        'Xóa bản nháp',
        form(
          view,
          'discard',
          html`<label class="check">
              <input type="checkbox" name="sure" value="yes" required />
              Tôi muốn bỏ hẳn thay đổi này. Bản đang đăng không đổi.
            </label>
            <button class="danger">Xóa bản nháp</button>`,
        ),
      )
    }
    ${
      mayPublish &&
      may('emergency') &&
      folded(
        'Đăng khẩn cấp',
        form(
          view,
          'emergency',
          html`<p>
              Chỉ dùng khi không thể chờ. Trang đăng ngay, và mang dấu “chờ xác nhận” cho đến khi
              một người duyệt khác xác nhận.
            </p>
            ${reason('Lý do khẩn cấp')}
            <button class="danger" data-working="Đang dựng trang…">Đăng khẩn cấp</button>`,
        ),
      )
    }
  `;
}

/** What a publication waits for: how long is said as it was, for nobody knows how long it will be. */
function buildWords({ lastBuild }: DecisionParts): string {
  const last = lastBuild === undefined ? '' : `; lần gần nhất mất ${spanWords(lastBuild)}`;
  return `cả trang được dựng lại${last}.`;
}

/** Why publishing cannot succeed, whoever asks. */
function obstacle({ collisions, findings, files }: ChangeView): Part {
  if (collisions.length > 0) return collisionWords(collisions);
  if (files.length === 0) {
    return 'Thay đổi này giống hệt bản đang đăng nên không có gì để đăng.';
  }
  if (findings.some(({ severity }) => severity === 'error')) {
    return html`Chưa duyệt và đăng được: nội dung còn lỗi, xem ở phần
      <a href="#kiem-tra">Kiểm tra</a>.`;
  }
  return undefined;
}

function schedule({ view, now }: DecisionParts): Html {
  const { publishAt, status } = view.draft;
  const [earliest, latest] = [5 * 60_000, farthestMoment].map((later) =>
    hanoiStamp(new Date(now.getTime() + later)).slice(0, 16),
  );
  return form(
    view,
    'schedule',
    html`<label>
        Ngày giờ đăng, theo giờ Hà Nội
        <input
          type="datetime-local"
          name="at"
          min="${earliest}"
          max="${latest}"
          value="${publishAt && hanoiStamp(publishAt).slice(0, 16)}"
          required
        />
      </label>
      ${status === 'pending_review' && html`<small>Hẹn giờ cũng là duyệt.</small> ${easeList()}`}
      <button>${publishAt ? 'Đăng lúc đó' : 'Duyệt để đăng lúc đó'}</button>`,
  );
}

/** What an approver ticks of the five eases; nothing hangs on it but what the history says. */
function easeList(): Html {
  return folded(
    'Soát năm dễ',
    html`<fieldset>
      <legend>Đánh dấu điều đã soát</legend>
      ${Object.entries(eases).map(
        ([name, { label, hint }]) =>
          html`<label class="check">
            <input type="checkbox" name="ease" value="${name}" />
            <span><strong>${label}.</strong> ${hint}</span>
          </label>`,
      )}
    </fieldset>`,
  );
}

function folded(title: string, body: Html): Html {
  return html`<details>
    <summary>${title}</summary>
    ${body}
  </details>`;
}

function note(label: string): Html {
  return html`<label>${label}<textarea name="note" maxlength="2000"></textarea></label>`;
}

function reason(label: string): Html {
  return html`<label>${label}<textarea name="note" maxlength="2000" required></textarea></label>`;
}
