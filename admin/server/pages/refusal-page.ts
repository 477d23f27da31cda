/** The page of what the server does not do, as an answer to a page or a form of its own. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { User } from '../accounts/accounts.ts';
import type { Refusal } from '../http/errors.ts';
import { formOf } from './form.ts';
import { html, type Html } from './html.ts';
import { loginAddress } from './login.ts';
import { sendPage } from './page.ts';

/**
 * Where nobody is logged in. A link in a message opens without the cookie, which other sites'
 * requests never carry: the page then asks once more by itself, and the cookie comes along.
 */
export function sendToLogin(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers['sec-fetch-site'] !== 'cross-site') {
    return reply.redirect(loginAddress(request.url), 303);
  }
  return sendPage(reply, {
    title: 'Đang mở trang',
    refreshSeconds: 0,
    body: html`<p><a href="${request.url}">Mở trang</a></p>`,
  });
}

/** What was refused and why, what had been written for it, and the way on. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  user: User | undefined,
): FastifyReply {
  const from = URL.parse(request.headers.referer ?? '');
  const back = from?.host === request.headers.host ? from : null;
  return sendPage(
    reply,
    {
      title: refusal.status >= 500 ? 'Máy chủ gặp lỗi' : 'Chưa làm được',
      user,
      body: html`
        <div class="problem" role="alert">
          ${refusal.message.split('\n').map((line) => html`<p>${line}</p>`)}
        </div>
        ${written(request).map(
          (text) =>
            html`<label class="form">
              Điều bạn vừa viết chưa được ghi: hãy chép lại để gửi sau
              <textarea readonly data-select>${text}</textarea>
            </label>`,
        )}
        <p>${wayOn(refusal, back, user)}</p>
      `,
    },
    refusal.status,
  );
}

/** Where to go on from a refusal. */
function wayOn({ status }: Refusal, back: URL | null, user: User | undefined): Html {
  const from = back ? back.pathname + back.search : undefined;
  if (status === 401) {
    return html`<a href="${loginAddress(from ?? '/admin/cua-toi/')}">Đăng nhập lại</a>`;
  }
  if (from !== undefined) return html`<a href="${from}">Quay lại</a>`;
  return user
    ? html`<a href="/admin/cua-toi/">Việc của tôi</a>`
    : html`<a href="/">Về trang web</a>`;
}

/** What somebody wrote in the form that was refused: a page that is opened again has forgotten it. */
function written(request: FastifyRequest): string[] {
  const form = formOf(request);
  // A place's words as they were offered are nobody's writing.
  const offered = form.get('quote');
  return [...form]
    .filter(([name]) => ['note', 'suggestion'].includes(name) || name.startsWith('ghep-'))
    .map(([, text]) => text.trim())
    .filter((text) => text !== '' && text !== offered);
}
