/** Logging in and out: `POST /api/login`, `POST /api/logout`, `GET /api/me`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { normalizeLogin, type Account, type Accounts, type User } from './accounts.ts';
import { Refusal } from './errors.ts';
import { createQueue } from './queue.ts';
import { sessionSeconds, type Sessions } from './sessions.ts';
import { isLoopback } from './settings.ts';

const cookieName = 'session';

const loginRule = z.object({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
});

/** Wrong passwords allowed in five minutes, for one account and from one address. */
const failures = { account: 10, address: 30, timeWindow: 5 * 60 * 1000 };

/** The account that sent the request; refuses with 401 when nobody is logged in. */
export async function userOf(request: FastifyRequest, sessions: Sessions): Promise<Account> {
  const token = request.cookies[cookieName];
  const account = token === undefined ? undefined : await sessions.accountOf(token);
  if (account) return account;
  throw new Refusal(
    401,
    'not-logged-in',
    'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại.',
  );
}

export function addLoginRoutes(app: FastifyInstance, accounts: Accounts, sessions: Sessions): void {
  const { timeWindow } = failures;
  const limits = [
    app.createRateLimit({ max: failures.address, timeWindow }),
    app.createRateLimit({
      max: failures.account,
      timeWindow,
      keyGenerator: (request) => `account ${normalizeLogin(readBody(request).login)}`,
    }),
  ];

  // One at a time: attempts sent together count like attempts sent one after the other.
  const verifyInTurn = createQueue();

  app.post('/api/login', { bodyLimit: 4096 }, async (request, reply) => {
    const { login, password } = readBody(request);
    const account = await verifyInTurn(async () => {
      for (const limit of limits) {
        const state = await limit(request, { increment: false });
        if (!state.isAllowed && state.remaining <= 0) throw tooMany(reply, state.ttlInSeconds);
      }
      const found = await accounts.verify(login, password);
      if (!found) for (const limit of limits) await limit(request);
      return found;
    });
    if (!account) throw new Refusal(401, 'wrong-password', 'Sai tên đăng nhập hoặc mật khẩu.');
    // A new token at each login: one that was planted in the browser before is worth nothing.
    await endSession(request, sessions);
    reply.setCookie(cookieName, await sessions.start(account.login), {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: !isLoopback(request.hostname),
      maxAge: sessionSeconds,
    });
    return publicPart(account);
  });

  app.post('/api/logout', async (request, reply) => {
    await endSession(request, sessions);
    reply.clearCookie(cookieName, { path: '/' });
    return {};
  });

  app.get('/api/me', async (request) => publicPart(await userOf(request, sessions)));
}

function readBody(request: FastifyRequest) {
  const body = loginRule.safeParse(request.body);
  if (body.success) return body.data;
  throw new Refusal(422, 'bad-request', 'Hãy điền tên đăng nhập và mật khẩu.');
}

async function endSession(request: FastifyRequest, sessions: Sessions): Promise<void> {
  const token = request.cookies[cookieName];
  if (token !== undefined) await sessions.end(token);
}

function publicPart({ login, name, role }: Account): User {
  return { login, name, role };
}

function tooMany(reply: FastifyReply, seconds: number): Refusal {
  reply.header('Retry-After', seconds);
  const minutes = Math.ceil(seconds / 60);
  const message = `Đăng nhập sai nhiều lần. Hãy chờ ${minutes} phút rồi thử lại.`;
  return new Refusal(429, 'too-many-logins', message);
}
