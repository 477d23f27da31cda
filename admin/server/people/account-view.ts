/** What `/admin/tai-khoan/` shows. */
import type { Account } from '../accounts/accounts.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import type { PastLogin } from '../accounts/login-history.ts';
import { passwordLength } from '../accounts/password.ts';
import type { ListedSession } from '../accounts/sessions.ts';
import { mayUseTotp, totpAddress } from '../accounts/totp.ts';
import type { AxisChoice } from './axes.ts';
import { passwordField } from './password-field.ts';
import { passkeyPart } from './passkey-view.ts';
import { qrCode } from './qr-code.ts';
import { accountAddress, axesWords, loginWords, roleWords } from './words.ts';

export interface AccountView {
  account: Account;
  axes: readonly AxisChoice[];
  /** The newest first: the first one is this session's. */
  logins: readonly PastLogin[];
  sessions: readonly ListedSession[];
  /** Why no passkey can be added at this address; absent when one can. */
  passkeyAdvice: string | undefined;
  /** The session of this request. */
  sessionId: string;
}

export function accountBody({
  account,
  axes,
  logins,
  sessions,
  sessionId,
  passkeyAdvice,
}: AccountView): Html {
  const { login, name, role } = account;
  return html`
    <ul class="facts">
      <li>${name}</li>
      <li>Tên đăng nhập: ${login}</li>
      <li>${roleWords[role]}</li>
      ${role === 'approver' && html`<li>Duyệt: ${axesWords(account, axes)}</li>`}
    </ul>
    <p>Lần đăng nhập trước: ${loginWords(logins[1])}.</p>
    ${passwordForm(login)} ${passkeyPart(account.passkeys, passkeyAdvice)}
    ${(mayUseTotp(account) || account.totp) && totpPart(account)}
    ${sessionList(sessions, sessionId)} ${loginList(logins)}
  `;
}

function codeField(words: string): Html {
  return html`<label>
    ${words}
    <input name="code" autocomplete="one-time-code" autocapitalize="none" maxlength="40" required />
  </label>`;
}

function passwordForm(login: string): Html {
  return html`<h2 id="mat-khau">Đổi mật khẩu</h2>
    <form class="form card" method="post" action="${accountAddress}mat-khau/">
      <input name="login" value="${login}" autocomplete="username" hidden readonly />
      ${passwordField('old', 'Mật khẩu hiện tại', 'current-password')}
      ${passwordField('new', `Mật khẩu mới, ít nhất ${passwordLength.min} ký tự`, 'new-password')}
      ${passwordField('again', 'Nhập lại mật khẩu mới', 'new-password')}
      <p class="small">
        Một câu ngắn dễ nhớ là tốt nhất, được dùng dấu tiếng Việt và dấu cách. Đổi xong, các thiết
        bị khác phải đăng nhập lại.
      </p>
      <button>Đổi mật khẩu</button>
    </form>`;
}

function totpPart(account: Account): Html {
  const { totp } = account;
  return html`<h2 id="hai-buoc">Mã hai bước</h2>
    ${!totp && totpOffer()} ${totp && !totp.confirmed && totpEnrolment(account, totp.secret)}
    ${totp?.confirmed && totpStanding(totp.recovery.length)}`;
}

function totpOffer(): Html {
  return html`<p>
      Khi bật, mỗi lần đăng nhập cần thêm mã sáu số trên điện thoại của bạn: người biết mật khẩu vẫn
      không vào được. Cần một ứng dụng xác thực trên điện thoại.
    </p>
    <form method="post" action="${accountAddress}hai-buoc/bat/">
      <button>Bật mã hai bước</button>
    </form>`;
}

function totpEnrolment(account: Account, secret: string): Html {
  return html`<div class="card">
    <ol>
      <li>
        Trong ứng dụng xác thực, chọn thêm tài khoản rồi quét mã này:
        <p>${qrCode(totpAddress(account), 'Mã QR để thêm tài khoản vào ứng dụng xác thực')}</p>
        Không quét được thì gõ khóa này:
        <p><code class="secret">${secret.match(/.{1,4}/g)?.join(' ')}</code></p>
        Nếu đang mở trang này trên chính điện thoại đó:
        <a href="${totpAddress(account)}">mở trong ứng dụng xác thực</a>.
      </li>
      <li>Nhập mã sáu số mà ứng dụng hiện ra:</li>
    </ol>
    <form class="form" method="post" action="${accountAddress}hai-buoc/xac-nhan/">
      ${codeField('Mã sáu số')}
      <button>Xác nhận và bật</button>
    </form>
    <p class="small">Chưa xác nhận thì mã hai bước chưa bật.</p>
  </div>`;
}

function totpStanding(codesLeft: number): Html {
  return html`<p>Đang bật. Còn ${codesLeft} mã dự phòng.</p>
    <details>
      <summary>Tắt mã hai bước</summary>
      <form class="form card" method="post" action="${accountAddress}hai-buoc/tat/">
        ${passwordField('password', 'Mật khẩu', 'current-password')}
        ${codeField('Mã sáu số hoặc mã dự phòng')}
        <button class="danger">Tắt</button>
      </form>
    </details>`;
}

/** The page that shows the recovery codes, once. */
export function recoveryBody(codes: readonly string[]): Html {
  return html`<p>
      Mã hai bước đã bật. Khi mất điện thoại, mỗi mã dự phòng dưới đây thay được mã sáu số
      <strong>một lần</strong>. Các mã này <strong>chỉ hiện lần này</strong>: hãy in hoặc chép ra
      giấy và cất nơi an toàn.
    </p>
    <ol class="card">
      ${codes.map((code) => html`<li><code class="secret">${code}</code></li>`)}
    </ol>
    <p><a class="button" href="${accountAddress}">Đã cất xong</a></p>`;
}

function sessionList(sessions: readonly ListedSession[], sessionId: string): Html {
  const time = (milliseconds: number) => hanoiTime(new Date(milliseconds));
  return html`<h2 id="phien">Đang đăng nhập ở</h2>
    <ul class="cards">
      ${sessions.map(
        ({ id, device, address, started, seen }) =>
          html`<li>
            <h3>${device}${id === sessionId && ' (thiết bị này)'}</h3>
            <ul class="facts">
              <li>Địa chỉ ${address}</li>
              <li>Từ ${time(started)}</li>
              <li>Dùng lần cuối ${time(seen)}</li>
            </ul>
            ${
              id !== sessionId &&
              html`<form method="post" action="${accountAddress}phien/">
                <input type="hidden" name="id" value="${id}" />
                <button class="quiet">
                  Kết thúc phiên này<span class="hidden">: ${device}, từ ${time(started)}</span>
                </button>
              </form>`
            }
          </li>`,
      )}
    </ul>
    <form method="post" action="${accountAddress}phien/tat-ca/">
      <button class="quiet">Đăng xuất mọi nơi</button>
    </form>
    <p class="small">
      Phiên tự kết thúc sau 12 giờ không dùng, chậm nhất là sau 7 ngày. Thấy thiết bị lạ: hãy kết
      thúc phiên đó và đổi mật khẩu.
    </p>`;
}

function loginList(logins: readonly PastLogin[]): Html {
  return html`<details>
    <summary>Những lần đăng nhập gần đây</summary>
    <ul>
      ${logins.map((past) => html`<li>${loginWords(past)}</li>`)}
    </ul>
  </details>`;
}
