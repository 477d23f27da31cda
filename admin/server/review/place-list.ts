/** A change read place by place: each can be commented on, and worded anew for its writer to take over. */
import { findPlace, type Place } from '../content/places.ts';
import { compareWords } from '../content/compare.ts';
import { html, type Html } from '../pages/html.ts';
import { isSettled } from '../workflow/comments.ts';
import type { CommentPlace, HistoryStep } from '../workflow/draft-history.ts';
import { form } from './change-form.ts';
import type { ChangeView } from './change-view.ts';
import type { Action } from '../workflow/rules.ts';
import { showRun } from './difference.ts';
import { moment } from './words.ts';

interface PlaceListParts {
  view: ChangeView;
  places: readonly Place[];
  mayComment: boolean;
  /** Whether this reader wrote of the change: suggestions are hers to take over. */
  isWriter: boolean;
}

export function placeList(parts: PlaceListParts): Html | undefined {
  const { view, places } = parts;
  if (places.length === 0) return undefined;
  const comments = view.draft.steps.filter((step) => step.place && !step.settles);
  const at = new Map(comments.map((step) => [step, findPlace(places, step.place!)]));
  const lost = comments.filter((step) => !at.get(step));
  const open = comments.some(({ id }) => !isSettled(view.draft.steps, id));
  return html`<details class="places" ${open && html`open`} id="tung-cho">
    <summary>Đọc và góp ý từng chỗ (${comments.length} góp ý)</summary>
    <ol>
      ${places.map(
        (place) =>
          html`<li id="${anchors.place(place.field)}">
            ${place.label !== 'Nội dung' && html`<span class="small">${place.label}</span>`}
            <p>${place.text}</p>
            ${comments.filter((step) => at.get(step) === place).map((step) => comment(step, parts))}
            ${parts.mayComment && commentForm(place, parts)}
          </li>`,
      )}
    </ol>
    ${
      lost.length > 0 &&
      html`<h3>Góp ý về chỗ nay đã khác</h3>
        ${lost.map((step) => comment(step, parts))}`
    }
  </details>`;
}

function comment(step: HistoryStep, { view, mayComment, isWriter }: PlaceListParts): Html {
  const { id, person, at, note, place } = step;
  const isDone = isSettled(view.draft.steps, id);
  const { quote = '', suggestion } = place ?? {};
  const act = (action: 'takeOver' | 'settle', words: string) =>
    form(
      view,
      action,
      html`<input type="hidden" name="id" value="${id}" />
        <button class="${action === 'settle' && 'quiet'}">${words}${about(quote)}</button>`,
    );
  return html`<div class="comment" id="${anchors.comment(id)}">
    <p class="small">
      ${person.name}, ${moment(at)}${isDone && html` · <strong>đã xử lý</strong>`}
    </p>
    <p>${note}</p>
    ${suggestion !== undefined && html`<p>${compareWords(quote, suggestion).map(showRun)}</p>`}
    <div class="row">
      ${!isDone && isWriter && suggestion !== undefined && act('takeOver', 'Nhận sửa này')}
      ${mayComment && act('settle', isDone ? 'Mở lại' : 'Đánh dấu đã xử lý')}
    </div>
  </div>`;
}

/** Which place a control is about, for who hears it without what stands around it. */
function about(text: string, label?: string): Html {
  const start = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return html`<span class="hidden">: ${label && `${label}, `}“${start}”</span>`;
}

function commentForm({ field, text, label }: Place, { view }: PlaceListParts): Html {
  return html`<details>
    <summary>Góp ý chỗ này${about(text, label)}</summary>
    ${form(
      view,
      'comment',
      html`<input type="hidden" name="field" value="${field}" />
        <input type="hidden" name="quote" value="${text}" />
        <label>
          <span>Góp ý${about(text, label)}</span>
          <textarea
            name="note"
            maxlength="2000"
            rows="2"
            data-lack="Hãy ghi lời góp ý, hoặc sửa câu ở ô dưới."
          ></textarea>
        </label>
        <label>
          <span>Nên viết là${about(text, label)}</span>
          <small>(sửa thẳng vào câu; để nguyên nếu chỉ góp ý)</small>
          <textarea name="suggestion" maxlength="4000" rows="3">${text}</textarea>
        </label>
        <button class="quiet">Gửi góp ý${about(text, label)}</button>`,
    )}
  </details>`;
}

/** Names of places and comments in the page. */
const anchors = {
  place: (field: string) => `cho-${field}`,
  comment: (id: string) => `gop-y-${id}`,
};

/** The end of an address, where on the page the place stands that a form was about; else empty. */
export function placeAnchor(action: Action, fields: URLSearchParams): string {
  const [field, id] = [fields.get('field'), fields.get('id')];
  if (action === 'comment' && field) return `#${anchors.place(field)}`;
  if ((action === 'settle' || action === 'takeOver') && id) return `#${anchors.comment(id)}`;
  return '';
}

/** The place that such a form is about. */
export function placeIn(fields: URLSearchParams): CommentPlace | undefined {
  const [field, quote] = [fields.get('field'), fields.get('quote')];
  if (!field || !quote) return undefined;
  return { field, quote, suggestion: fields.get('suggestion') ?? '' };
}
