/**
 * The pages that the server writes itself, below /admin/: one Fastify scope with the guard of forms,
 * forms as bodies, refusals as pages, and the style sheet. A room adds its pages in `rooms`.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { User } from '../accounts/accounts.ts';
import { asRefusal, type Refusal } from '../http/errors.ts';
import { makeFormGuard } from '../http/guard.ts';
import { html } from './html.ts';
import { userOf } from '../accounts/login.ts';
import { sendPage } from './page.ts';
import { passkeyScript } from '../../passkey-script.ts';
import type { Room } from './room.ts';
import { addAccountPages } from '../people/account-pages.ts';
import { addAdminPages } from '../people/admin-pages.ts';
import { addRecordPages } from '../people/record-pages.ts';
import { addNoticePages } from '../notices/pages.ts';
import { pagesPolicy } from '../http/policies.ts';
import { addPreviewPages } from '../preview/preview-routes.ts';
import { addReviewPages } from '../review/routes.ts';
import type { Services } from '../services.ts';
import { styleSheet } from './style.ts';
import { addLoginPages, loginAddress } from './login.ts';

const rooms: readonly Room[] = [
  addLoginPages,
  addReviewPages,
  addPreviewPages,
  addNoticePages,
  addAccountPages,
  addAdminPages,
  addRecordPages,
];

export async function addPages(app: FastifyInstance, services: Services): Promise<void> {
  const css = await styleSheet();
  const [script, passkeys] = await Promise.all(
    ['pages.js', 'passkeys.js'].map((name) => readFile(join(import.meta.dirname, name), 'utf8')),
  );
  await app.register((pages, _options, done) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, new URLSearchParams(body.toString())),
    );
    pages.addHook('onRoute', (route) => {
      // The helmet plugin has put a route's own policy here already; it reads it at each request.
      const policies = { helmet: pagesPolicy };
      route.config = { ...policies, ...route.config };
    });
    pages.addHook('onRequest', makeFormGuard(services.allowedHosts));
    pages.setErrorHandler((error: FastifyError, request, reply) =>
      answerRefusal(services, request, reply, error),
    );
    const steady = (reply: FastifyReply, type: string, text = '') =>
      reply.header('Cache-Control', 'no-cache').type(`${type}; charset=utf-8`).send(text);
    pages.get('/admin/pages.css', (_request, reply) => steady(reply, 'text/css', css));
    pages.get('/admin/pages.js', (_request, reply) => steady(reply, 'text/javascript', script));
    pages.get(passkeyScript, (_request, reply) => steady(reply, 'text/javascript', passkeys));
    for (const room of rooms) room(pages, services);
    done();
  });
}

async function answerRefusal(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
): Promise<FastifyReply> {
  const refusal = asRefusal(error, request.id);
  if (refusal.status >= 500) request.log.error(error);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (refusal.status === 401 && isRead) return sendToLogin(request, reply);
  const user = await userOf(request, services.sessions).catch(() => undefined);
  return sendRefusal(request, reply, refusal, user);
}

/**
 * Where nobody is logged in. A link in a message opens without the cookie, which other sites'
 * requests never carry: the page then asks once more by itself, and the cookie comes along.
 */
function sendToLogin(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers['sec-fetch-site'] !== 'cross-site') {
    return reply.redirect(loginAddress(request.url), 303);
  }
  return sendPage(reply, {
    title: 'Đang mở trang',
    refreshSeconds: 0,
    body: html`<p><a href="${request.url}">Mở trang</a></p>`,
  });
}

function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  user: User | undefined,
): FastifyReply {
  const from = URL.parse(request.headers.referer ?? '');
  const back = from?.host === request.headers.host ? from : undefined;
  return sendPage(
    reply,
    {
      title: refusal.status >= 500 ? 'Máy chủ gặp lỗi' : 'Chưa làm được',
      user,
      body: html`
        <div class="problem" role="alert">
          ${refusal.message.split('\n').map((line) => html`<p>${line}</p>`)}
        </div>
        ${back && html`<p><a href="${back.pathname}${back.search}">Quay lại</a></p>`}
        ${
          refusal.status === 401 &&
          html`<p>
            <a href="${loginAddress(back?.pathname ?? '/admin/duyet/')}">Đăng nhập lại</a>
          </p>`
        }
      `,
    },
    refusal.status,
  );
}
