/** Adding a passkey to one's own account: `POST /api/passkeys/offer`, then `POST /api/passkeys`. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { hostOf, userOf } from '../accounts/login.ts';
import { passkeyPlace } from '../accounts/passkey-place.ts';
import { addressOf } from '../http/address.ts';
import { Refusal } from '../http/errors.ts';
import { passkeyAddedNotice } from '../notices/login-notices.ts';
import type { Services } from '../services.ts';

const offerRule = z.object({ password: z.string().min(1).max(200) });
const newRule = z.object({ name: z.string().max(200), passkey: z.unknown() });

export function addPasskeyRoutes(app: FastifyInstance, services: Services): void {
  const { authenticator, passkeys, sessions, audit, notices } = services;

  // The password once more: who finds an open screen must not bind the account to a key of his own.
  app.post('/api/passkeys/offer', { bodyLimit: 4096 }, async (request) => {
    const account = await userOf(request, sessions);
    const place = passkeyPlace(hostOf(request));
    const { password } = read(offerRule, request.body);
    await authenticator.confirmPassword(account.login, password, addressOf(request));
    return passkeys.offer(account, place);
  });

  // With the certificates of some devices an answer is large.
  app.post('/api/passkeys', { bodyLimit: 64 * 1024 }, async (request) => {
    const account = await userOf(request, sessions);
    const { login } = account;
    const { name, passkey } = read(newRule, request.body);
    await passkeys.add(account, passkeyPlace(hostOf(request)), name, passkey);
    const at = new Date();
    const address = addressOf(request);
    await audit.record({ at, login, address, kind: 'passkey-added', detail: name });
    await notices.tellOne(login, passkeyAddedNotice(name, address));
    return {};
  });
}

function read<R extends z.ZodType>(rule: R, body: unknown): z.output<R> {
  const parsed = rule.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(422, 'bad-request', 'Hãy điền tên khóa và mật khẩu.');
}
