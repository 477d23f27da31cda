/** What `/admin/quan-tri/` shows. */
import type { Account } from '../accounts/accounts.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import type { PastLogin } from '../accounts/login-history.ts';
import { roles, type Role } from '../workflow/rules.ts';
import type { AxisChoice } from './axes.ts';
import { axesWords, loginWords, monthWords, roleWords } from './words.ts';

export const adminAddress = '/admin/quan-tri/';

export function accountPageOf(login: string): string {
  return `${adminAddress}tai-khoan/${login}/`;
}

interface ListView {
  accounts: readonly Account[];
  axes: readonly AxisChoice[];
  lastLogin: (login: string) => PastLogin | undefined;
  /** Months of the record, `yyyy-mm`. */
  months: readonly string[];
}

export function listBody({ accounts, axes, lastLogin, months }: ListView): Html {
  return html`
    <h2>Tài khoản</h2>
    <ul class="cards">
      ${accounts.map((account) => {
        const { login, name, totp, passkeys, closed } = account;
        return html`<li>
          <h3><a href="${accountPageOf(login)}">${name}</a></h3>
          <ul class="facts">
            <li>${login}</li>
            <li>${rightsWords(account, axes)}</li>
            <li>Đăng nhập gần nhất: ${loginWords(lastLogin(login))}</li>
            ${totp?.confirmed && html`<li>Có mã hai bước</li>`}
            ${passkeys.length > 0 && html`<li>Có khóa đăng nhập</li>`}
            ${closed !== undefined && html`<li><span class="tag">Đã đóng</span></li>`}
          </ul>
        </li>`;
      })}
    </ul>
    <h2 id="them">Thêm tài khoản</h2>
    <form class="form card" method="post" action="${adminAddress}them/">
      <label>Họ và tên <input name="name" maxlength="80" autocomplete="off" required /></label>
      <label>
        Tên đăng nhập
        <small>Chữ thường không dấu, chữ số, dấu chấm, gạch nối. Mỗi người một tên.</small>
        <input
          name="login"
          maxlength="32"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          required
        />
      </label>
      ${rightsFields({ role: 'editor', axes: [] }, axes)}
      <button>Thêm</button>
    </form>
    <h2 id="nhat-ky">Nhật ký</h2>
    <ul>
      ${months.map(
        (month) =>
          html`<li>
            <a href="${adminAddress}nhat-ky-${month}/">Tháng ${monthWords(month)}</a> ·
            <a href="${adminAddress}nhat-ky-${month}.csv"
              >tải tệp CSV<span class="hidden"> tháng ${monthWords(month)}</span></a
            >
          </li>`,
      )}
    </ul>
  `;
}

interface AccountView {
  account: Account;
  axes: readonly AxisChoice[];
  logins: readonly PastLogin[];
}

export function accountBody({ account, axes, logins }: AccountView): Html {
  const { login, totp, passkeys, closed } = account;
  return html`
    <p><a href="${adminAddress}">Mọi tài khoản</a></p>
    <ul class="facts">
      <li>${login}</li>
      <li>${rightsWords(account, axes)}</li>
      <li>Đăng nhập gần nhất: ${loginWords(logins[0])}</li>
      ${closed !== undefined && html`<li>Đã đóng từ ${hanoiTime(new Date(closed))}</li>`}
    </ul>
    ${closed === undefined ? openForms(account, axes) : closedForm(login)}
    ${
      closed === undefined &&
      totp?.confirmed &&
      html`<h2>Mã hai bước</h2>
        <p>
          Chỉ tắt khi người này mất điện thoại và hết mã dự phòng, sau khi đã nhận ra đúng người.
        </p>
        ${button(login, 'tat-hai-buoc', 'Tắt mã hai bước')}`
    }
    ${
      passkeys.length > 0 &&
      html`<h2>Khóa đăng nhập</h2>
        <ul>
          ${passkeys.map(({ name }) => html`<li>${name}</li>`)}
        </ul>
        <p>
          Chỉ gỡ khi người này mất mọi khóa, sau khi đã nhận ra đúng người. Người này được báo, và
          đăng nhập bằng mật khẩu cho đến khi thêm khóa mới.
        </p>
        ${button(login, 'go-khoa', 'Gỡ mọi khóa đăng nhập')}`
    }
  `;
}

function openForms(account: Account, axes: readonly AxisChoice[]): Html {
  const { login } = account;
  return html`<h2>Quyền</h2>
    <form class="form card" method="post" action="${accountPageOf(login)}quyen/">
      ${rightsFields(account, axes)}
      <button>Lưu quyền</button>
    </form>
    <h2>Mật khẩu</h2>
    <p>
      Mật khẩu mới hiện một lần để bạn đưa tận tay. Người này phải đăng nhập lại ở mọi thiết bị.
    </p>
    ${button(login, 'mat-khau', 'Đặt lại mật khẩu')}
    <h2>Đóng tài khoản</h2>
    <p>
      Người này không đăng nhập được nữa. Những gì đã viết vẫn còn, và tên “${login}” không dùng cho
      người khác.
    </p>
    ${button(login, 'dong', 'Đóng tài khoản')}`;
}

function closedForm(login: string): Html {
  return html`<h2>Mở lại</h2>
    <p>Chỉ mở lại cho chính người đó. Mật khẩu mới hiện một lần.</p>
    ${button(login, 'mo-lai', 'Mở lại tài khoản')}`;
}

function button(login: string, action: string, words: string): Html {
  return html`<form method="post" action="${accountPageOf(login)}${action}/">
    <button class="danger">${words}</button>
  </form>`;
}

function rightsFields(
  current: { role: Role; axes: readonly string[] },
  axes: readonly AxisChoice[],
): Html {
  return html`<label>
      Vai trò
      <select name="role">
        ${roles.map(
          (role) =>
            html`<option value="${role}" ${role === current.role && 'selected'}>
              ${roleWords[role]}
            </option>`,
        )}
      </select>
    </label>
    <fieldset>
      <legend>Người duyệt chỉ duyệt các trục (không chọn: mọi trục)</legend>
      ${axes.map(
        ({ slug, title }) =>
          html`<label class="check">
            <input
              type="checkbox"
              name="axes"
              value="${slug}"
              ${current.axes.includes(slug) && 'checked'}
            />
            ${title}
          </label>`,
      )}
    </fieldset>`;
}

/** The page that shows a password, once. */
export function passwordBody(login: string, name: string, password: string): Html {
  return html`<p>
      Mật khẩu của ${name} (tên đăng nhập ${login}). Mật khẩu này
      <strong>chỉ hiện lần này</strong>: hãy đưa tận tay, và dặn đổi sau lần đăng nhập đầu tiên.
    </p>
    <p class="card"><code class="secret">${password}</code></p>
    <p><a class="button" href="${accountPageOf(login)}">Đã ghi lại</a></p>`;
}

function rightsWords(account: Account, axes: readonly AxisChoice[]): string {
  const role = roleWords[account.role];
  return account.role === 'approver' ? `${role} (${axesWords(account, axes)})` : role;
}
