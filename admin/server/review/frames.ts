/** The page as it would be, at the width of a phone, beside the page as it is. */
import { html, type Html } from '../pages/html.ts';
import { previewAddress } from '../preview/preview.ts';
import type { ChangeView } from '../workflow/workflow.ts';
import type { Names } from './names.ts';

export function frames({ draft, collisions, findings }: ChangeView, names: Names): Html {
  const { type, slug, path, kind } = draft;
  const address = type.address?.(slug) ?? '/';
  const live = names.has(path) ? `/xem-truoc/dang${address}` : undefined;
  const next = previewAddress(type.name, slug);
  const isBroken = findings.some(({ severity }) => severity === 'error');
  if (collisions.length > 0 || isBroken) {
    const why = isBroken ? 'nội dung còn lỗi' : 'bản nháp và bản đang đăng còn chỗ chưa khớp nhau';
    return html`<p>Chưa dựng được trang vì ${why}.</p>`;
  }
  return html`<div class="frames">
    ${
      kind === 'delete'
        ? html`<p>Khi đăng thay đổi này, địa chỉ ${address} không còn trang.</p>`
        : frame('Bản mới, cỡ điện thoại', next)
    }
    ${
      live
        ? frame('Bản đang đăng, cỡ điện thoại', live)
        : html`<p>Mục này chưa có trên trang đang đăng.</p>`
    }
  </div>`;
}

function frame(words: string, address: string): Html {
  return html`<figure>
    <figcaption>
      ${words}
      <a href="${address}" target="_blank"
        >Mở cỡ đầy đủ (cửa sổ mới)<span class="hidden">: ${words.toLowerCase()}</span></a
      >
    </figcaption>
    <iframe src="${address}" title="${words}" loading="lazy"></iframe>
  </figure>`;
}
