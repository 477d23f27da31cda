/** `/admin/tai-khoan/`: one's own password, second step and sessions. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/accounts.ts';
import { addressOf } from '../http/address.ts';
import type { AuditKind } from '../accounts/audit.ts';
import { Refusal } from '../http/errors.ts';
import { hostOf, startSession, tokenOf, userOf } from '../accounts/login.ts';
import { passkeyAdvice } from '../accounts/passkey-place.ts';
import { passkeyScript } from '../../passkey-script.ts';
import { sendPage } from '../pages/page.ts';
import { formOf } from '../pages/form.ts';
import type { Room } from '../pages/room.ts';
import type { Services } from '../services.ts';
import { accountBody, recoveryBody } from './account-view.ts';
import { readAxes } from './axes.ts';
import { accountAddress } from './words.ts';

/** What was done, by the name that the address carries. */
const done: Record<string, string> = {
  'mat-khau': 'Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại.',
  'tat-hai-buoc': 'Đã tắt mã hai bước.',
  'them-khoa': 'Đã thêm khóa. Từ nay đăng nhập cần mật khẩu và khóa.',
  'ten-khoa': 'Đã đổi tên khóa.',
  'go-khoa': 'Đã gỡ khóa.',
  phien: 'Đã kết thúc phiên.',
};

const small = { bodyLimit: 4096 };

export const addAccountPages: Room = (pages, services) => {
  const { accounts, authenticator, passkeys, sessions, twoStep } = services;

  pages.get(accountAddress, async (request, reply) => {
    const account = await userOf(request, sessions);
    const { xong } = request.query as { xong?: unknown };
    return showAccount(services, request, reply, account, xong);
  });

  pages.post(`${accountAddress}mat-khau/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    const form = formOf(request);
    const password = form.get('new') ?? '';
    if (password !== form.get('again')) {
      throw new Refusal(422, 'not-the-same', 'Hai lần nhập mật khẩu mới không giống nhau.');
    }
    const old = form.get('old') ?? '';
    await authenticator.confirmPassword(account.login, old, addressOf(request));
    if (password === old) {
      throw new Refusal(422, 'same-password', 'Mật khẩu mới giống mật khẩu cũ.');
    }
    await accounts.setPassword(account.login, password);
    await sessions.endOf(account.login);
    await startSession(sessions, request, reply, account);
    await record(services, request, account, 'password-changed');
    return reply.redirect(`${accountAddress}?xong=mat-khau`, 303);
  });

  pages.post(`${accountAddress}hai-buoc/bat/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    await twoStep.start(account.login);
    return reply.redirect(`${accountAddress}#hai-buoc`, 303);
  });

  pages.post(`${accountAddress}hai-buoc/xac-nhan/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    const codes = await twoStep.confirm(account, formOf(request).get('code') ?? '');
    await record(services, request, account, 'totp-on');
    return sendPage(reply, {
      title: 'Mã dự phòng',
      user: account,
      current: accountAddress,
      body: recoveryBody(codes),
    });
  });

  pages.post(`${accountAddress}hai-buoc/tat/`, small, async (request, reply) => {
    const { login } = await userOf(request, sessions);
    const form = formOf(request);
    const credentials = {
      login,
      password: form.get('password') ?? '',
      totp: form.get('code') ?? '',
      host: hostOf(request),
    };
    const account = await authenticator.confirm(credentials, addressOf(request));
    await accounts.turnOffTotp(login);
    await record(services, request, account, 'totp-off');
    return reply.redirect(`${accountAddress}?xong=tat-hai-buoc`, 303);
  });

  pages.post(`${accountAddress}khoa/ten/`, small, async (request, reply) => {
    const { login } = await userOf(request, sessions);
    const form = formOf(request);
    await passkeys.rename(login, form.get('id') ?? '', form.get('name') ?? '');
    return reply.redirect(`${accountAddress}?xong=ten-khoa#khoa`, 303);
  });

  pages.post(`${accountAddress}khoa/go/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    const form = formOf(request);
    const password = form.get('password') ?? '';
    await authenticator.confirmPassword(account.login, password, addressOf(request));
    const name = await passkeys.remove(account.login, form.get('id') ?? '');
    await record(services, request, account, 'passkey-removed', name);
    return reply.redirect(`${accountAddress}?xong=go-khoa#khoa`, 303);
  });

  pages.post(`${accountAddress}phien/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    await sessions.endOf(account.login, formOf(request).get('id') ?? '');
    await record(services, request, account, 'session-ended');
    return reply.redirect(`${accountAddress}?xong=phien`, 303);
  });

  pages.post(`${accountAddress}phien/tat-ca/`, small, async (request, reply) => {
    const account = await userOf(request, sessions);
    await sessions.endOf(account.login);
    await record(services, request, account, 'session-ended', 'mọi nơi');
    return reply.redirect(accountAddress, 303);
  });
};

async function showAccount(
  { history, sessions, drafts }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  xong: unknown,
): Promise<FastifyReply> {
  const view = {
    account,
    axes: await readAxes(drafts),
    logins: history.of(account.login),
    sessions: sessions.of(account),
    sessionId: sessions.idOf(tokenOf(request) ?? ''),
    passkeyAdvice: passkeyAdvice(hostOf(request)),
  };
  return sendPage(reply, {
    title: 'Tài khoản của bạn',
    user: account,
    current: accountAddress,
    message: typeof xong === 'string' && Object.hasOwn(done, xong) ? done[xong] : undefined,
    scripts: [passkeyScript],
    body: accountBody(view),
  });
}

function record(
  { audit }: Services,
  request: FastifyRequest,
  { login }: Account,
  kind: AuditKind,
  detail?: string,
): Promise<void> {
  return audit.record({ at: new Date(), login, address: addressOf(request), kind, detail });
}
