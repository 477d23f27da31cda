/**
 * GitHub's web login for the CMS: `/auth` sends the editor's window to GitHub, `/callback` changes
 * GitHub's code for a token and hands it to the page that opened the window. The server keeps
 * nothing; the token stands in no address and in no log.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../http/errors.ts';
import { isLoopback } from '../http/loopback.ts';
import { loginPage, loginPagePolicy, type LoginResult } from './login-page.ts';
import type { GitHubLogin } from './setting.ts';

const cookieName = 'github-login';
const cookiePath = '/callback';

/** How long the editor may take on GitHub's pages, in seconds. */
const stateSeconds = 10 * 60;

const queryRule = z.object({
  code: z.string().max(200).optional(),
  state: z.string().max(200).optional(),
  error: z.string().max(200).optional(),
});

const answerRule = z.object({
  access_token: z.string().optional(),
  error: z.string().optional(),
});

const options = {
  helmet: loginPagePolicy,
  // Addresses carry GitHub's code.
  logLevel: 'silent' as const,
  config: {
    rateLimit: {
      max: 30,
      timeWindow: 60_000,
      errorResponseBuilder: () =>
        new Refusal(429, 'too-many-logins', 'Đăng nhập quá nhiều lần. Hãy chờ một phút.'),
    },
  },
};

export function addGitHubLogin(app: FastifyInstance, login: GitHubLogin): void {
  const { host, clientId, scope, siteOrigin, callback } = login;
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    path: cookiePath,
    secure: !isLoopback(new URL(callback).hostname),
  } as const;

  app.get('/auth', options, (_request, reply) => {
    const state = randomBytes(32).toString('base64url');
    const address = new URL('/login/oauth/authorize', host.origin);
    address.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: callback,
      scope,
      state,
    }).toString();
    return reply
      .setCookie(cookieName, state, { ...cookie, maxAge: stateSeconds })
      .redirect(address.href, 302);
  });

  app.get('/callback', options, async (request, reply) => {
    const query = queryRule.safeParse(request.query).data ?? {};
    const expected = request.cookies[cookieName];
    const isOurs = Boolean(expected) && query.state === expected;
    const result = isOurs
      ? await exchange(login, query).catch((error: unknown) => {
          app.log.error(`Đăng nhập GitHub: ${reasonOf(error)}`);
          return { error: `Máy chủ chưa hỏi được ${host.origin}. Hãy thử lại sau ít phút.` };
        })
      : { error: 'Phiên đăng nhập không khớp hoặc đã quá 10 phút. Hãy đóng cửa sổ này, thử lại.' };
    return reply
      .code('error' in result ? 403 : 200)
      .clearCookie(cookieName, cookie)
      .type('text/html; charset=utf-8')
      .send(loginPage(result, siteOrigin));
  });
}

/** The token for GitHub's code, or why GitHub gives none, in Vietnamese. */
async function exchange(
  { host, clientId, clientSecret, callback }: GitHubLogin,
  { code, error }: z.infer<typeof queryRule>,
): Promise<LoginResult> {
  if (error === 'access_denied') return { error: 'Bạn chưa cho phép trang biên tập trên GitHub.' };
  if (!code) return { error: `GitHub không cho đăng nhập (${error ?? 'thiếu mã'}).` };
  const response = await fetch(new URL('/login/oauth/access_token', host.origin), {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_id: clientId,
      client_secret: clientSecret,
      code,
      redirect_uri: callback,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  const answer = answerRule.parse(await response.json());
  if (answer.access_token) return { token: answer.access_token };
  return { error: `GitHub không cho đăng nhập (${answer.error ?? 'không có mã truy cập'}).` };
}

/** The kind of a failure without its words, which may quote the answer. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return code ?? name;
}
