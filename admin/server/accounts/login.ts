/** Logging in and out: `POST /api/login`, `POST /api/logout`, `GET /api/me`. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Account, User } from './accounts.ts';
import { addressOf } from '../http/address.ts';
import { TooManyLogins, type Credentials } from './authenticate.ts';
import { deviceWords } from './device.ts';
import { Refusal } from '../http/errors.ts';
import type { People } from '../people/open.ts';
import { sessionSeconds, type Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The site has its address under `https:` (`SITE_URL`): no cookie of it goes over a plain line. */
    isTlsSite: boolean;
  }
}

const cookieName = 'session';
/** Marks a browser over its sessions, so that a login with a new one can be told to the owner. */
const deviceCookie = 'thiet-bi';
const deviceSeconds = 400 * 24 * 60 * 60;

const loginRule = z.object({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
  totp: z.string().max(40).optional(),
  passkey: z.unknown().optional(),
});

/** The token that the request's cookie brings. */
export function tokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName];
}

/** The account that sent the request; refuses with 401 when nobody is logged in. */
export async function userOf(request: FastifyRequest, sessions: Sessions): Promise<Account> {
  const token = tokenOf(request);
  const account = token === undefined ? undefined : await sessions.accountOf(token);
  if (account) return account;
  throw new Refusal(
    401,
    'not-logged-in',
    'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại.',
  );
}

/** Logs somebody in and sets the cookie; refuses as `Authenticator` does, and 422 for no input. */
export async function logIn(
  { authenticator, sessions }: People,
  request: FastifyRequest,
  reply: FastifyReply,
  input: unknown,
): Promise<Account> {
  const credentials = { ...readCredentials(input), host: hostOf(request) };
  const visitor = {
    address: addressOf(request),
    device: deviceOf(request),
    mark: markOf(request),
  };
  const account = await authenticator.logIn(credentials, visitor).catch((error: unknown) => {
    if (error instanceof TooManyLogins) reply.header('Retry-After', error.seconds);
    throw error;
  });
  await startSession(sessions, request, reply, account);
  setCookie(request, reply, deviceCookie, visitor.mark, deviceSeconds);
  return account;
}

/** Ends the session of the request, if there is one, and takes the cookie back. */
export async function logOut(
  { sessions, audit }: People,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = tokenOf(request);
  const account = token === undefined ? undefined : await sessions.accountOf(token);
  if (token !== undefined) await sessions.end(token);
  if (account) {
    const address = addressOf(request);
    await audit.record({ at: new Date(), login: account.login, address, kind: 'logout' });
  }
  reply.clearCookie(cookieName, { path: '/' });
}

/** A new session with a new token: one that was planted in the browser before is worth nothing. */
export async function startSession(
  sessions: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
  { login }: Pick<User, 'login'>,
): Promise<void> {
  const old = tokenOf(request);
  if (old !== undefined) await sessions.end(old);
  const from = { address: addressOf(request), device: deviceOf(request) };
  setCookie(request, reply, cookieName, await sessions.start(login, from), sessionSeconds.whole);
}

function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  value: string,
  maxAge: number,
): void {
  reply.setCookie(name, value, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    // The Host header is anybody's word; whose word about TLS counts, `TRUST_PROXY` says.
    secure: request.server.isTlsSite || request.protocol === 'https',
    maxAge,
  });
}

/** The mark that the browser carries, or a new one. */
function markOf({ cookies }: FastifyRequest): string {
  const carried = cookies[deviceCookie] ?? '';
  return /^[\w-]{22}$/.test(carried) ? carried : randomBytes(16).toString('base64url');
}

/** `Host` of a request, which the guard has checked; a proxy in front passes it on as it is. */
export function hostOf({ headers }: FastifyRequest): string {
  return headers.host ?? '';
}

function deviceOf({ headers }: FastifyRequest): string {
  return deviceWords(headers['user-agent'] ?? '');
}

export function addLoginRoutes(app: FastifyInstance, people: People): void {
  // The answer of a passkey is some kilobytes.
  app.post('/api/login', { bodyLimit: 16 * 1024 }, async (request, reply) =>
    publicPart(await logIn(people, request, reply, request.body)),
  );

  app.post('/api/logout', async (request, reply) => {
    await logOut(people, request, reply);
    return {};
  });

  app.get('/api/me', async (request) => publicPart(await userOf(request, people.sessions)));
}

function readCredentials(input: unknown): Omit<Credentials, 'host'> {
  const credentials = loginRule.safeParse(input);
  if (credentials.success) return credentials.data;
  throw new Refusal(422, 'bad-request', 'Hãy điền tên đăng nhập và mật khẩu.');
}

function publicPart({ login, name, role, axes }: Account): User {
  return { login, name, role, axes };
}
