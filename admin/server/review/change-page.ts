/** `/admin/duyet/<type>/<slug>/`: everything that somebody needs to decide on one change. */
import type { Advice } from '#src/checks/advice.ts';
import { locate } from '#src/schema/entry-file.ts';
import { commentWords } from '../workflow/comments.ts';
import { stepWords, type HistoryStep } from '../workflow/draft-history.ts';
import { eases } from '../workflow/eases.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import type { PreviewLink } from '../preview/preview-links.ts';
import { linkDays } from '../preview/preview-links.ts';
import { axisClass, axisNames } from './cards.ts';
import { decision, type DecisionParts } from './decision.ts';
import { difference } from './difference.ts';
import { frames } from './frames.ts';
import { kitLinks } from './kit-links.ts';
import type { Names } from './names.ts';
import { mergeForm } from './merge-form.ts';
import { placeList } from './place-list.ts';
import type { Place } from '../content/places.ts';
import { changeAddress, versionsAddress, kindOf, moment, namesOf, stateOf } from './words.ts';

export interface ChangeParts extends DecisionParts {
  names: Names;
  links: readonly PreviewLink[];
  /** How it could read better. */
  advice: readonly Advice[];
  /** What can be commented on, one by one. */
  places: readonly Place[];
  /** Whether its reader wrote of the change. */
  isWriter: boolean;
  /** Whole address of a link that was made just now. */
  newLink?: string | undefined;
}

export function changeBody(parts: ChangeParts): Html {
  const { view, names, links, newLink, now, reasons } = parts;
  const { draft, files, findings } = view;
  const merge = reasons.merge === undefined ? mergeForm(view) : undefined;
  return html`
    <div class="card ${axisClass(draft.axes, names)}">
      <p>
        <span class="tag">${kindOf(draft, !names.has(draft.path))}</span>
        ${draft.type.words.one} · <strong>${stateOf(draft)}</strong>
      </p>
      <ul class="facts">
        <li>${axisNames(draft.axes, names)}</li>
        <li>Người viết: ${namesOf(draft.authors)}</li>
        ${draft.reviewer && html`<li>Người duyệt: ${draft.reviewer.name}</li>`}
        <li>Bước gần nhất: ${moment(draft.changedAt)}</li>
      </ul>
      ${draft.scheduleFailure && html`<p class="said">${draft.scheduleFailure}</p>`}
    </div>
    <nav aria-label="Các phần của trang này">
      <ul class="tabs">
        ${merge && html`<li><a href="#gop">Gộp hai bản</a></li>`}
        <li><a href="#thay-doi">Thay đổi</a></li>
        <li><a href="#trang-that">Trang thật</a></li>
        <li><a href="#kiem-tra">Kiểm tra (${findings.length})</a></li>
        <li><a href="#quyet-dinh">Quyết định</a></li>
        <li><a href="#lich-su">Góp ý, lịch sử</a></li>
        <li><a href="${versionsAddress(draft)}">Các bản trước</a></li>
      </ul>
    </nav>
    <div class="two">
      <div>
        ${merge}
        <h2 id="thay-doi">Thay đổi</h2>
        ${difference(files, names, [
          { words: 'Đang đăng', pictures: `${changeAddress(draft)}anh/dang/` },
          { words: 'Bản mới', pictures: `${changeAddress(draft)}anh/nhap/` },
        ])}
        ${placeList({ ...parts, mayComment: reasons.comment === undefined })}
        <h2 id="trang-that">Trang thật</h2>
        ${frames(view, names)} ${kitLinks(view, hanoiDay(now))}
        <details ${(newLink ?? links.length) && html`open`} id="gui">
          <summary>Gửi người ngoài xem</summary>
          ${sharing(changeAddress(draft), links, newLink)}
        </details>
        <h2 id="kiem-tra">Kiểm tra</h2>
        ${findingList(parts)} ${adviceList(parts.advice)}
      </div>
      <div>
        <h2 id="quyet-dinh">Quyết định</h2>
        ${decision(parts)}
        <h2 id="lich-su">Góp ý, lịch sử</h2>
        ${commentForm(parts)}
        <ol class="history">
          ${draft.steps.toReversed().map(step)}
        </ol>
      </div>
    </div>
  `;
}

function findingList({ view: { findings, draft, collisions }, names }: ChangeParts): Html {
  // Nobody knows yet what the two would be together.
  if (collisions.length > 0)
    return html`<p>Chưa kiểm tra được vì hai bản còn chỗ chưa khớp nhau.</p>`;
  if (findings.length === 0) return html`<p>Không thấy lỗi nào.</p>`;
  const words = { error: 'Lỗi', warning: 'Nên xem' } as const;
  return html`<ul>
    ${findings.map(
      ({ severity, label, message, file }) =>
        html`<li>
          <strong>${words[severity]}</strong>${label && html` · ${label}`}: ${message}
          ${file !== draft.path && html`<small>(ở ${entryNamed(file, names)})</small>`}
        </li>`,
    )}
  </ul>`;
}

/** The entry of a file by its title. */
function entryNamed(path: string, { titleOf }: Names): string {
  const place = locate(path);
  return place ? `“${titleOf(place.type.name, place.slug)}”` : path;
}

function adviceList(advice: readonly Advice[]): Html | undefined {
  if (advice.length === 0) return undefined;
  return html`<h3>Gợi ý cho dễ đọc (${advice.length})</h3>
    <ul>
      ${advice.map(({ label, quote, message }) => html`<li>${label}: “${quote}”. ${message}</li>`)}
    </ul>`;
}

function sharing(address: string, links: readonly PreviewLink[], newLink?: string): Html {
  return html`
    ${
      newLink &&
      html`<div class="notice" role="status">
        <label>
          Đường dẫn mới, chỉ hiện một lần này: hãy chép lại và gửi đi.
          <input readonly value="${newLink}" data-select />
        </label>
      </div>`
    }
    <p>Ai có đường dẫn thì xem được trang này mà không cần tài khoản, cho đến khi hết hạn.</p>
    <form class="form" method="post" action="${address}gui/">
      <label>
        Thời hạn
        <select name="days">
          ${linkDays.map((days) => html`<option value="${days}">${days} ngày</option>`)}
        </select>
      </label>
      <button class="quiet">Tạo đường dẫn</button>
    </form>
    ${
      links.length > 0 &&
      html`<h3>Đường dẫn đang mở (${links.length})</h3>
        <ul>
          ${links.map(({ id, by, expires }) => {
            const words = `${by} tạo, hết hạn lúc ${hanoiTime(new Date(expires))}`;
            return html`<li>
              ${words}
              <form method="post" action="${address}thu-hoi/">
                <input type="hidden" name="id" value="${id}" />
                <button class="quiet">
                  Thu hồi<span class="hidden">: đường dẫn ${words}</span>
                </button>
              </form>
            </li>`;
          })}
        </ul>`
    }
  `;
}

function commentForm({ view, reasons }: ChangeParts): Html | undefined {
  if (reasons.comment !== undefined) return undefined;
  return html`<form class="form" method="post">
    <input type="hidden" name="action" value="comment" />
    <input type="hidden" name="head" value="${view.draft.head}" />
    <label>Góp ý của bạn<textarea name="note" maxlength="2000" required></textarea></label>
    <button class="quiet">Gửi góp ý</button>
  </form>`;
}

function step(one: HistoryStep): Html {
  const { person, at, action, publishAt, eases: kept } = one;
  const note = action === 'comment' ? commentWords(one) : one.note;
  return html`<li>
    <strong>${stepWords[action]}</strong>${publishAt && html`: ${hanoiTime(publishAt)}`}
    <span class="small">${person.name}, ${moment(at)}</span>
    ${note && html`<p class="said">${note}</p>`}
    ${kept && html`<p class="small">Đã soát: ${kept.map((ease) => eases[ease].label.toLowerCase()).join(', ')}.</p>`}
  </li>`;
}
