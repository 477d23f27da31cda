/** What `/admin/thong-bao/cach-nhan/` shows: the address for mail, and a switch for every kind. */
import type { Account } from '../accounts/accounts.ts';
import { html, type Html } from '../pages/html.ts';
import { kinds, kindsFor, mailWays, type MailWay, type NoticeKind } from './kinds.ts';
import { noticesAddress, waysAddress } from './letters.ts';
import type { Mailboxes, Way } from './mailboxes.ts';
import type { NoticeSettings } from './settings.ts';

const wayWords: Record<MailWay, string> = {
  now: 'ngay khi có',
  daily: 'gộp một thư lúc 7 giờ sáng',
  none: 'không gửi thư',
};

export function waysBody(user: Account, boxes: Mailboxes, { mail, hook }: NoticeSettings): Html {
  const { login } = user;
  const address = boxes.addressOf(login);
  return html`
    <p>
      Mọi việc đều có ở trang <a href="${noticesAddress}">Thông báo</a>. Thư chỉ ghi tên người và
      tên mục, không có nội dung bản nháp.
    </p>
    ${mail ? addressPart(address, boxes.unconfirmedOf(login)) : noMail()}
    ${
      (mail ?? hook) &&
      html`<h2 id="tung-viec">Theo từng việc</h2>
        ${mail && !address && html`<p>Chưa có địa chỉ nhận thư nên chưa thư nào được gửi.</p>`}
        <form class="form card" method="post" action="${waysAddress}">
          ${kindsFor(user).map((kind) =>
            switchOf(kind, boxes.wayOf(login, kind), { mail: !!mail, hook: !!hook }),
          )}
          <button>Lưu cách nhận</button>
        </form>`
    }
  `;
}

function noMail(): Html {
  return html`<p class="notice">
    Máy chủ này chưa gửi được thư: người quản trị chưa đặt hộp thư gửi (MAIL_URL).
  </p>`;
}

function addressPart(address: string | undefined, unconfirmed: string | undefined): Html {
  return html`<h2 id="dia-chi">Địa chỉ nhận thư</h2>
    ${
      address
        ? html`<p>Thư gửi đến <strong>${address}</strong>.</p>
            <form method="post" action="${waysAddress}bo-dia-chi/">
              <p><button class="quiet">Bỏ địa chỉ này</button></p>
            </form>`
        : html`<p>Chưa có.</p>`
    }
    ${unconfirmed && codeForm(unconfirmed)}
    <form class="form card" method="post" action="${waysAddress}dia-chi/">
      <label>
        ${address ? 'Địa chỉ mới' : 'Địa chỉ thư của bạn'}
        <input type="email" name="address" autocomplete="email" maxlength="254" required />
      </label>
      <button>Gửi mã xác nhận</button>
    </form>`;
}

function codeForm(unconfirmed: string): Html {
  return html`<form class="form card" method="post" action="${waysAddress}ma/">
    <label>
      Mã sáu số trong thư vừa gửi đến ${unconfirmed}
      <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required />
    </label>
    <button>Xác nhận địa chỉ</button>
  </form>`;
}

function switchOf(kind: NoticeKind, way: Way, has: { mail: boolean; hook: boolean }): Html {
  return html`<fieldset>
    <legend>${kinds[kind].words}</legend>
    ${
      has.mail &&
      html`<label>
        Thư
        <select name="mail-${kind}">
          ${mailWays.map(
            (one) =>
              html`<option value="${one}" ${one === way.mail && html`selected`}>
                ${wayWords[one]}
              </option>`,
          )}
        </select>
      </label>`
    }
    ${
      has.hook &&
      html`<label class="check">
        <input type="checkbox" name="hook-${kind}" ${way.hook && html`checked`} />
        Báo cả vào kênh tin nhắn của phường
      </label>`
    }
  </fieldset>`;
}
