/**
 * The pages that the server writes itself, below /admin/: one Fastify scope with the guard of forms,
 * forms as bodies, refusals as pages, and the style sheet. A room adds its pages in `rooms`.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRefusal } from '../http/errors.ts';
import { makeFormGuard } from '../http/guard.ts';
import { userOf } from '../accounts/login.ts';
import { sendRefusal, sendToLogin } from './refusal-page.ts';
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
import { addLoginPages } from './login.ts';

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
