/**
 * For whoever watches the machine, and from this machine alone: `/healthz` (the process answers),
 * `/readyz` (it has a site to serve and a repository to save in), `/metrics` in Prometheus's format.
 * Nothing in it is about readers: no address, no path, no name.
 */
import { statfs } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { problemNames } from '../machine/health.ts';
import { statuses } from '../workflow/rules.ts';
import type { Services } from '../services.ts';
import { Refusal } from './errors.ts';

const seconds = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

/** Refuses what comes from another machine or through the web server in front, as if there were nothing. */
const assertFromHere: onRequestHookHandler = ({ socket, headers }, _reply, done) => {
  const isHere = /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
  if (isHere && headers['x-forwarded-for'] === undefined) done();
  else done(new Refusal(404, 'no-route', 'Không có địa chỉ này.'));
};

export function addWatching(app: FastifyInstance, services: Services): void {
  const register = new Registry();
  countRequests(app, register);
  describeServer(register, services);

  const own = {
    onRequest: assertFromHere,
    logLevel: 'silent' as const,
  };
  app.get('/healthz', own, (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', own, async (_request, reply) => {
    const missing = await missingOf(services);
    return reply
      .code(missing === undefined ? 200 : 503)
      .type('text/plain')
      .send(`${missing ?? 'ok'}\n`);
  });
  app.get('/metrics', own, async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );
}

async function missingOf({ builder, drafts }: Services): Promise<string | undefined> {
  if (builder.releases.length === 0) return 'no release';
  try {
    await drafts.main();
    return undefined;
  } catch {
    return 'no repository';
  }
}

function countRequests(app: FastifyInstance, register: Registry): void {
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by part of the server, method and status.',
    labelNames: ['part', 'method', 'status'],
    registers: [register],
  });
  const times = new Histogram({
    name: 'http_request_seconds',
    help: 'Time until the last byte was handed over, by part of the server.',
    labelNames: ['part'],
    buckets: seconds,
    registers: [register],
  });
  const actions = new Counter({
    name: 'cms_actions_total',
    help: 'What the CMS asked for and got: `persistEntry` is a save.',
    labelNames: ['action'],
    registers: [register],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const part = partOf(request);
    const status = String(reply.statusCode);
    requests.inc({ part, method: request.method, status });
    times.observe({ part }, reply.elapsedTime / 1000);
    const { action } = (request.body ?? {}) as { action?: string };
    // An action that was done has one of a few names.
    if (request.url === '/api/v1' && status === '200' && action) actions.inc({ action });
    done();
  });
}

/** By the route, never by the address. */
function partOf({ routeOptions: { url = '' } }: FastifyRequest): string {
  if (/^\/(?:healthz|readyz|metrics)$/.test(url)) return 'watching';
  if (url.startsWith('/api/') && !url.startsWith('/api/noi-dung/')) return 'api';
  if (url.startsWith('/admin')) return 'admin';
  return url.startsWith('/xem-truoc/') ? 'preview' : 'site';
}

function describeServer(register: Registry, { builder, drafts, health, dataDir }: Services): void {
  const registers = [register];
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the server, without the builds that it starts.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'drafts',
    help: 'Drafts by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const all = await drafts.all();
      for (const status of statuses) {
        this.set({ status }, all.filter((draft) => draft.status === status).length);
      }
    },
  });
  new Gauge({
    name: 'data_free_bytes',
    help: 'Room on the disk of the data folder.',
    registers,
    async collect() {
      const { bavail, bsize } = await statfs(dataDir);
      this.set(bavail * bsize);
    },
  });
  new Gauge({
    name: 'problem',
    help: '1 while the review page warns of it.',
    labelNames: ['of'],
    registers,
    collect() {
      for (const name of problemNames) {
        this.set({ of: name }, health[`${name}Problem`] === undefined ? 0 : 1);
      }
    },
  });
  const builds = new Histogram({
    name: 'build_seconds',
    help: 'Builds of the whole site, by how they ended.',
    labelNames: ['outcome'],
    buckets: [2, 5, 10, 20, 40, 80, 160, 320],
    registers,
  });
  builder.onBuilt((outcome, duration) => {
    builds.observe({ outcome }, duration);
  });
}
