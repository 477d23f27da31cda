/** What the server answers for other back ends: which one it is, and GitHub's login. */
import type { FastifyInstance } from 'fastify';
import { makeGuard } from '../http/guard.ts';
import { addGitHubLogin } from './github-login.ts';
import type { HostSettings } from './setting.ts';

interface Parts {
  hosts: HostSettings;
  allowedHosts: ReadonlySet<string>;
}

/** Adds `/admin/backend.json`, and `/auth` and `/callback` when this server helps with the login. */
export async function addHostRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { backend, gitHubLogin } = parts.hosts;
  app.get('/admin/backend.json', (_request, reply) =>
    reply.header('Cache-Control', 'no-cache').send(backend),
  );
  if (!gitHubLogin) return;
  await app.register((login, _options, done) => {
    login.addHook('onRequest', makeGuard(parts.allowedHosts));
    addGitHubLogin(login, gitHubLogin);
    done();
  });
}
