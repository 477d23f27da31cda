/** The part of `/admin/tai-khoan/` about passkeys. */
import type { Passkey } from '../accounts/accounts.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import { passwordField } from './password-field.ts';
import { accountAddress } from './words.ts';

/** `advice`: why none can be added at this address. */
export function passkeyPart(passkeys: readonly Passkey[], advice: string | undefined): Html {
  return html`<h2 id="khoa">Khóa đăng nhập (passkey)</h2>
    <p>
      Khi có khóa, mỗi lần đăng nhập cần mật khẩu rồi vân tay, khuôn mặt, mã PIN của máy hoặc khóa
      USB: người biết mật khẩu vẫn không vào được, trang giả cũng không lấy được khóa.
      ${passkeys.length === 1 && 'Hãy thêm khóa thứ hai ở một thiết bị khác, phòng khi mất khóa này.'}
    </p>
    ${
      passkeys.length > 0 &&
      html`<ul class="cards">
        ${passkeys.map(passkeyCard)}
      </ul>`
    }
    ${advice === undefined ? addForm() : html`<p class="notice">${advice}</p>`}`;
}

function passkeyCard({ id, name, place, added, used }: Passkey): Html {
  const time = (milliseconds: number) => hanoiTime(new Date(milliseconds));
  return html`<li>
    <h3>${name}</h3>
    <ul class="facts">
      <li>Dùng ở ${place}</li>
      <li>Thêm lúc ${time(added)}</li>
      <li>${used === undefined ? 'Chưa dùng lần nào' : `Dùng lần cuối ${time(used)}`}</li>
    </ul>
    <details>
      <summary>Đổi tên hoặc gỡ</summary>
      <form class="form" method="post" action="${accountAddress}khoa/ten/">
        <input type="hidden" name="id" value="${id}" />
        <label>Tên khóa <input name="name" value="${name}" maxlength="60" required /></label>
        <button class="quiet">Đổi tên</button>
      </form>
      <form class="form" method="post" action="${accountAddress}khoa/go/">
        <input type="hidden" name="id" value="${id}" />
        ${passwordField('password', 'Mật khẩu', 'current-password')}
        <button class="danger">Gỡ khóa này</button>
      </form>
    </details>
  </li>`;
}

/** Its script talks to the browser; without it the form stays hidden. */
function addForm(): Html {
  return html`<noscript><p class="notice">Hãy bật JavaScript để thêm khóa.</p></noscript>
    <form class="form card" data-passkey="add" data-next="${accountAddress}?xong=them-khoa" hidden>
      <label>
        Tên khóa <small>Ví dụ: Điện thoại của tôi, Khóa USB ở cơ quan</small>
        <input name="name" maxlength="60" autocomplete="off" required />
      </label>
      ${passwordField('password', 'Mật khẩu', 'current-password')}
      <p class="wrong" role="alert" hidden></p>
      <button>Thêm khóa</button>
    </form>`;
}
