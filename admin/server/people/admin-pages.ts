/** `/admin/quan-tri/`: the accounts, for admins. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { normalizeLogin } from '../accounts/account-fields.ts';
import type { Account } from '../accounts/accounts.ts';
import { addressOf } from '../http/address.ts';
import type { AuditKind } from '../accounts/audit.ts';
import { Refusal } from '../http/errors.ts';
import { sendPage } from '../pages/page.ts';
import { formOf } from '../pages/form.ts';
import type { Room } from '../pages/room.ts';
import { roles } from '../workflow/rules.ts';
import type { Services } from '../services.ts';
import { monthsSince } from './activity.ts';
import { adminOf } from './admin.ts';
import { accountBody, accountPageOf, adminAddress, listBody, passwordBody } from './admin-view.ts';
import { readAxes } from './axes.ts';

/** What was done, by the name that the address carries. */
const done: Record<string, string> = {
  quyen: 'Đã đổi quyền. Có hiệu lực ngay.',
  dong: 'Đã đóng tài khoản và kết thúc các phiên.',
  'tat-hai-buoc': 'Đã tắt mã hai bước.',
  'go-khoa': 'Đã gỡ mọi khóa đăng nhập. Người này được báo.',
};

const small = { bodyLimit: 4096 };
const onePage = `${adminAddress}tai-khoan/:login/`;

type LoginRequest = FastifyRequest<{ Params: { login: string } }>;

export const addAdminPages: Room = (pages, services) => {
  const { accounts, history, sessions, audit, drafts } = services;

  pages.get(adminAddress, async (request, reply) => {
    const user = await adminOf(services, request);
    return sendPage(reply, {
      title: 'Quản trị',
      user,
      current: adminAddress,
      body: listBody({
        accounts: await accounts.all(),
        axes: await readAxes(drafts),
        lastLogin: (login) => history.of(login)[0],
        months: monthsSince((await audit.months()).at(-1), new Date()),
      }),
    });
  });

  pages.post(`${adminAddress}them/`, small, async (request, reply) => {
    const user = await adminOf(services, request);
    const form = formOf(request);
    const login = normalizeLogin(form.get('login') ?? '');
    const name = form.get('name') ?? '';
    const rights = rightsIn(form);
    const password = await accounts.add({ login, name, ...rights });
    await record(services, request, user, 'account-added', [login, rights.role, ...rights.axes]);
    return sendPassword(reply, user, { login, name }, password);
  });

  pages.get(onePage, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const account = await oneOf(services, request);
    const { xong } = request.query as { xong?: unknown };
    return sendPage(reply, {
      title: account.name,
      user,
      current: adminAddress,
      message: typeof xong === 'string' && Object.hasOwn(done, xong) ? done[xong] : undefined,
      body: accountBody({
        account,
        axes: await readAxes(drafts),
        logins: history.of(account.login),
      }),
    });
  });

  pages.post(`${onePage}quyen/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login } = await oneOf(services, request);
    const rights = rightsIn(formOf(request));
    await accounts.setRights(login, rights);
    await record(services, request, user, 'account-rights', [login, rights.role, ...rights.axes]);
    return reply.redirect(`${accountPageOf(login)}?xong=quyen`, 303);
  });

  pages.post(`${onePage}dong/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login } = await oneOf(services, request);
    await accounts.close(login);
    await sessions.endOf(login);
    await record(services, request, user, 'account-closed', [login]);
    return reply.redirect(`${accountPageOf(login)}?xong=dong`, 303);
  });

  pages.post(`${onePage}tat-hai-buoc/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login } = await oneOf(services, request);
    await accounts.turnOffTotp(login);
    await record(services, request, user, 'totp-off', [login]);
    return reply.redirect(`${accountPageOf(login)}?xong=tat-hai-buoc`, 303);
  });

  pages.post(`${onePage}go-khoa/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login } = await oneOf(services, request);
    await accounts.takePasskeys(login);
    await record(services, request, user, 'passkey-removed', [login, 'mọi khóa']);
    services.rounds.wake();
    return reply.redirect(`${accountPageOf(login)}?xong=go-khoa`, 303);
  });

  pages.post(`${onePage}mat-khau/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login, name } = await oneOf(services, request);
    const password = await accounts.resetPassword(login);
    await sessions.endOf(login);
    await record(services, request, user, 'password-reset', [login]);
    return sendPassword(reply, user, { login, name }, password);
  });

  pages.post(`${onePage}mo-lai/`, small, async (request: LoginRequest, reply) => {
    const user = await adminOf(services, request);
    const { login, name } = await oneOf(services, request);
    const password = await accounts.reopen(login);
    await record(services, request, user, 'account-reopened', [login]);
    return sendPassword(reply, user, { login, name }, password);
  });
};

async function oneOf({ accounts }: Services, { params }: LoginRequest): Promise<Account> {
  const account = (await accounts.all()).find(({ login }) => login === params.login);
  if (account) return account;
  throw new Refusal(404, 'unknown-login', `Không có tài khoản “${params.login}”.`);
}

function rightsIn(form: URLSearchParams): Pick<Account, 'role' | 'axes'> {
  const role = roles.find((known) => known === form.get('role'));
  if (!role) throw new Refusal(422, 'bad-role', 'Hãy chọn vai trò.');
  return { role, axes: role === 'approver' ? form.getAll('axes') : [] };
}

function sendPassword(
  reply: FastifyReply,
  user: Account,
  { login, name }: Pick<Account, 'login' | 'name'>,
  password: string,
): FastifyReply {
  return sendPage(reply, {
    title: 'Mật khẩu mới',
    user,
    current: adminAddress,
    body: passwordBody(login, name, password),
  });
}

function record(
  { audit }: Services,
  request: FastifyRequest,
  { login }: Account,
  kind: AuditKind,
  detail: readonly string[],
): Promise<void> {
  const address = addressOf(request);
  return audit.record({ at: new Date(), login, address, kind, detail: detail.join(' ') });
}
