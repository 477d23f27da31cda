/** Logging in and out by plain forms; the rules are those of `/api/login`. */
import type { FastifyReply } from 'fastify';
import { Refusal } from '../http/errors.ts';
import { html } from './html.ts';
import { logIn, logOut } from '../accounts/login.ts';
import { passkeyScript } from '../../passkey-script.ts';
import { sendPage } from './page.ts';
import { formOf } from './form.ts';
import type { Room } from './room.ts';

const address = '/admin/dang-nhap/';

const scriptWanted =
  'Trình duyệt này đang tắt JavaScript, hoặc trang chưa tải xong: hãy bật lên rồi đăng nhập lại.';

/** The login page that leads on to `next`, an address of this server. */
export function loginAddress(next: string): string {
  return `${address}?ve=${encodeURIComponent(next)}`;
}

export const addLoginPages: Room = (pages, services) => {
  pages.get(address, (request, reply) => {
    const { ve } = request.query as { ve?: unknown };
    return sendLogin(reply, { next: safeNext(ve), login: '' });
  });

  pages.post(address, { bodyLimit: 4096 }, async (request, reply) => {
    const form = formOf(request);
    const next = safeNext(form.get('ve'));
    const login = form.get('login') ?? '';
    const totp = form.get('totp')?.trim() || undefined;
    try {
      await logIn(services, request, reply, { login, password: form.get('password'), totp });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Only the page's script can ask the browser for one.
      const isForScript = error.code === 'passkey-required';
      const problem = isForScript ? `${error.message} ${scriptWanted}` : error.message;
      return sendLogin(reply, { next, login, problem }, error.status);
    }
    return reply.redirect(next, 303);
  });

  pages.post('/admin/dang-xuat/', { bodyLimit: 1024 }, async (request, reply) => {
    await logOut(services, request, reply);
    return reply.redirect(address, 303);
  });
};

/** Only a path of this server: a login must not lead to another site. */
function safeNext(next: unknown): string {
  const home = '/admin/cua-toi/';
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return home;
  return next;
}

function sendLogin(
  reply: FastifyReply,
  { next, login, problem }: { next: string; login: string; problem?: string },
  status = 200,
): FastifyReply {
  const body = html`
    ${problem && html`<div class="problem" role="alert"><p>${problem}</p></div>`}
    <form class="form card" method="post" action="${address}" data-passkey="log-in">
      <input type="hidden" name="ve" value="${next}" />
      <label>
        Tên đăng nhập
        <input
          name="login"
          value="${login}"
          autocomplete="username"
          autocapitalize="none"
          maxlength="64"
          required
        />
      </label>
      <label>
        Mật khẩu
        <input
          type="password"
          name="password"
          autocomplete="current-password"
          maxlength="200"
          required
        />
      </label>
      <label>
        Mã hai bước <small>(chỉ khi tài khoản của bạn đã bật)</small>
        <input name="totp" autocomplete="one-time-code" maxlength="40" />
      </label>
      <p class="wrong" role="alert" hidden></p>
      <button>Đăng nhập</button>
    </form>
  `;
  const scripts = [passkeyScript];
  return sendPage(reply, { title: 'Đăng nhập biên tập', scripts, body }, status);
}
