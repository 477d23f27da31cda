/** Puts every refusal that concerns rights, staleness or limits into the record. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from '../http/address.ts';
import type { AuditEvent } from './audit.ts';
import { asRefusal } from '../http/errors.ts';
import { tokenOf } from './login.ts';
import type { People } from '../people/open.ts';

const recorded = new Set([401, 403, 409, 421, 429]);

/** Recorded where a login is checked, or no more than somebody who opens the login page. */
const elsewhere = new Set([
  'wrong-password',
  'totp-required',
  'wrong-totp',
  'passkey-required',
  'wrong-passkey',
  'too-many-logins',
  'not-logged-in',
]);

/** To be added before the routes whose refusals are recorded. */
export function addRefusalLog(app: FastifyInstance, { sessions, audit }: People): void {
  app.addHook('onError', async (request, _reply, error) => {
    const { status, code } = asRefusal(error, request.id);
    if (!recorded.has(status) || elsewhere.has(code)) return;
    const token = tokenOf(request);
    const account = token === undefined ? undefined : await sessions.accountOf(token);
    const event: AuditEvent = {
      at: new Date(),
      login: account?.login,
      address: addressOf(request),
      kind: 'refused',
      detail: `${code}: ${whatWasAsked(request)}`,
    };
    // A record that cannot be written must not hide the refusal from the person.
    await (account ? audit.record(event) : audit.recordStranger(event)).catch((failure: unknown) =>
      request.log.error(failure),
    );
  });
}

/** The route, never the address itself: an address may hold a secret. */
function whatWasAsked({ method, routeOptions, params, body }: FastifyRequest): string {
  const { action, params: asked } = (body ?? {}) as { action?: unknown; params?: unknown };
  const names = ['collection', 'slug', 'login', 'id', 'newStatus', 'path'].flatMap((name) => {
    const value = fieldOf(asked, name) ?? (name === 'id' ? undefined : fieldOf(params, name));
    return value === undefined ? [] : [value];
  });
  const what = typeof action === 'string' ? [action.slice(0, 60)] : [];
  return [method, routeOptions.url ?? '', ...what, ...names].join(' ').trim();
}

function fieldOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const field = (value as Record<string, unknown>)[name];
  return typeof field === 'string' ? field.slice(0, 100) : undefined;
}
