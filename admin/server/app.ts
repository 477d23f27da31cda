/** The HTTP server: API, CMS and site on one origin. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { Refusal } from './errors.ts';
import { makeGuard } from './guard.ts';
import { addLoginRoutes, userOf } from './login.ts';
import { apiPolicy } from './policies.ts';
import { answer } from './protocol.ts';
import type { Services } from './services.ts';
import { addSite } from './site.ts';

/** A save carries its pictures as base64: three of the largest, and the text. */
const saveBodyLimit = 36 * 1024 * 1024;

/** A Fastify instance that is ready to listen. Closing it ends a build that is under way. */
export async function createApp(services: Services): Promise<FastifyInstance> {
  const { accounts, sessions, builder, allowedHosts } = services;
  const app = fastify({ logger: { level: 'error' }, forceCloseConnections: true });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error);
    if (!refusal) request.log.error(error);
    return sendRefusal(
      reply,
      refusal ??
        new Refusal(
          500,
          'server-error',
          `Máy chủ gặp lỗi, chưa làm được việc này. Hãy báo người quản trị mã ${request.id}.`,
        ),
    );
  });
  await app.register(cookie);
  await app.register(helmet, {
    ...apiPolicy,
    referrerPolicy: { policy: 'same-origin' },
    // Other sites of the ward under the same domain decide for themselves.
    strictTransportSecurity: { includeSubDomains: false },
  });
  await app.register(rateLimit, { global: false });
  await addSite(app, builder);

  await app.register((api, _options, done) => {
    api.addHook('onRequest', makeGuard(allowedHosts));
    addLoginRoutes(api, accounts, sessions);
    api.post(
      '/api/v1',
      {
        bodyLimit: saveBodyLimit,
        // Before the body is read: who is not logged in sends nothing large.
        onRequest: async (request) => {
          await userOf(request, sessions);
        },
      },
      async (request, reply) => {
        const user = await userOf(request, sessions);
        const result: unknown = await answer(services, user, request.body);
        return reply.type('application/json').send(JSON.stringify(result));
      },
    );
    api.all('/api/*', () => {
      throw new Refusal(404, 'no-route', 'Không có địa chỉ này.');
    });
    done();
  });
  app.addHook('onClose', () => builder.close());
  return app;
}

function sendRefusal(reply: FastifyReply, { status, code, message, findings }: Refusal) {
  const body = { error: message, code, ...(findings.length > 0 && { findings }) };
  return reply.code(status).type('application/json').send(JSON.stringify(body));
}

/** Errors of a request, ours and Fastify's own, in Vietnamese; `undefined` for the server's own. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (statusCode >= 500) return undefined;
  const words: Record<number, string> = {
    413: 'Nội dung gửi lên quá lớn. Hãy bớt ảnh hoặc thu nhỏ ảnh rồi lưu lại.',
    415: 'Yêu cầu phải ở dạng application/json.',
  };
  return new Refusal(statusCode, code, words[statusCode] ?? 'Yêu cầu không đúng dạng.');
}
