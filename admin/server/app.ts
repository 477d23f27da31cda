/** The HTTP server: API, CMS and site on one origin. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { diskProblemOf } from './machine/disk.ts';
import { asRefusal, Refusal } from './http/errors.ts';
import { addWatching } from './http/watching.ts';
import { makeGuard } from './http/guard.ts';
import { cmsPolicy } from './hosts/policy.ts';
import { addHostRoutes } from './hosts/routes.ts';
import { addLoginRoutes, userOf } from './accounts/login.ts';
import { addPasskeyRoutes } from './people/passkey-routes.ts';
import { addCountRoute } from './notices/count-route.ts';
import { addPages } from './pages/routes.ts';
import { apiPolicy } from './http/policies.ts';
import { addRecordings } from './recordings/routes.ts';
import { addAdviceRoute } from './content/advice-route.ts';
import { addPresenceRoute } from './workflow/presence.ts';
import { addMediaRoute } from './decap/media-route.ts';
import { answer } from './decap/protocol.ts';
import { addRefusalLog } from './accounts/refusal-log.ts';
import type { Services } from './services.ts';
import { addSite } from './http/site.ts';

/** A save carries its pictures as base64: three of the largest, and the text. */
const saveBodyLimit = 36 * 1024 * 1024;

/** A Fastify instance that is ready to listen. Closing it ends a build that is under way. */
export async function createApp(services: Services): Promise<FastifyInstance> {
  const { sessions, builder, allowedHosts, trustProxy } = services;
  const app = fastify({
    logger: { level: 'error' },
    forceCloseConnections: true,
    // The proxy's number of a request, so that both logs speak of it by one.
    requestIdHeader: trustProxy.length > 0 && 'x-request-id',
    trustProxy: trustProxy.length > 0 && [...trustProxy],
  });
  app.decorate('isTlsSite', services.siteUrl?.startsWith('https:') ?? false);
  app.decorate('unreadOf', (login: string) => services.notices.boxes.unread(login));
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error, request.id);
    if (refusal.status >= 500) request.log.error(error);
    return sendRefusal(reply, refusal);
  });
  await app.register(cookie);
  await app.register(helmet, {
    ...apiPolicy,
    referrerPolicy: { policy: 'same-origin' },
    // Other sites of the ward under the same domain decide for themselves.
    strictTransportSecurity: { includeSubDomains: false },
  });
  await app.register(rateLimit, { global: false });
  addRefusalLog(app, services);
  app.addHook('onError', (_request, _reply, error, done) => {
    const problem = diskProblemOf(error);
    if (problem !== undefined) services.health.report('diskProblem', problem);
    done();
  });
  addWatching(app, services);
  await addSite(app, builder, cmsPolicy(services.hosts));
  await addRecordings(app, services);
  await addHostRoutes(app, services);
  await addPages(app, services);

  await app.register((api, _options, done) => {
    api.addHook('onRequest', makeGuard(allowedHosts));
    addLoginRoutes(api, services);
    addPasskeyRoutes(api, services);
    addPresenceRoute(api, sessions);
    addCountRoute(api, services);
    addAdviceRoute(api, services);
    addMediaRoute(api, services);
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
  app.addHook('onClose', () => services.close());
  return app;
}

function sendRefusal(reply: FastifyReply, refusal: Refusal) {
  const { status, code, message, findings, details } = refusal;
  const body = { ...details, error: message, code, ...(findings.length > 0 && { findings }) };
  return reply.code(status).type('application/json').send(JSON.stringify(body));
}
