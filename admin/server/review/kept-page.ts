/** `/admin/ban-giu/<id>`: a text that could not be saved, for its writer to take up again. */
import { html, type Html } from '../pages/html.ts';
import type { KeptText } from '../workflow/kept.ts';
import type { KeptMerge } from '../workflow/kept-merge.ts';
import { choicesOf } from './merge-form.ts';
import { changeAddress, editorAddress, moment } from './words.ts';
import type { EntryPlace } from '../content/files.ts';

export function keptBody(
  { id, writer, at, text }: KeptText,
  place: EntryPlace,
  merge: KeptMerge | undefined,
): Html {
  return html`
    <p>
      ${writer.name} viết lúc ${moment(at)}. Bản này chưa được ghi vì lúc đó người khác đã lưu
      trước; bản kia còn nguyên.
    </p>
    ${merge && mergeSection(place, merge)}
    <ul class="tabs">
      <li><a href="${editorAddress(place)}">Mở mục này trong trang soạn bài</a></li>
      <li><a href="${changeAddress(place)}">Xem bản nháp hiện nay</a></li>
      <li><a href="/admin/ban-giu/${id}/tai-ve">Tải bản này về</a></li>
    </ul>
    <label class="form">
      Toàn văn bản này, như máy chủ ghi
      <textarea class="whole" readonly rows="24">${text}</textarea>
    </label>
  `;
}

function mergeSection({ type }: EntryPlace, { outcome }: KeptMerge): Html {
  return html`<section class="card merge">
    <h2>Ghép vào bản hiện nay</h2>
    <form class="form" method="post">
      ${
        'text' in outcome
          ? html`<p>Hai bản không đổi cùng một chỗ nào, nên ghép được ngay.</p>`
          : html`<p>Chọn cho từng chỗ bản được giữ, hoặc ghép cả hai.</p>
              ${choicesOf(type, outcome.places, ['Bản đã lưu', 'Bản giữ hộ'])}`
      }
      <button>Ghép vào bản nháp</button>
    </form>
  </section>`;
}
