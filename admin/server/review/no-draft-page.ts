/** A review page whose draft is gone: published, discarded, or never there. */
import { html, type Html } from '../pages/html.ts';

/** Says so, and leads on to the entry where it stands on the site. */
export function noDraftBody(
  { collection, slug }: { collection: string; slug: string },
  isLive: boolean,
): Html {
  return html`
    <p>Có thể thay đổi vừa được đăng, hoặc bản nháp đã bị xóa.</p>
    <ul class="tabs">
      ${isLive && html`<li><a href="/admin/da-dang/${collection}/${slug}/">Xem mục đang đăng</a></li>`}
      <li><a href="/admin/duyet/">Các mục chờ duyệt</a></li>
      <li><a href="/admin/cua-toi/">Việc của tôi</a></li>
    </ul>
  `;
}
