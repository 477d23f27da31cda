/** `/admin/thong-bao/`: what one was told, and how one wants to be told. */
import type { FastifyInstance } from 'fastify';
import type { Account } from '../accounts/accounts.ts';
import { userOf } from '../accounts/login.ts';
import { addressOf } from '../http/address.ts';
import { Refusal } from '../http/errors.ts';
import { formOf } from '../pages/form.ts';
import { sendPage } from '../pages/page.ts';
import type { Room } from '../pages/room.ts';
import type { Services } from '../services.ts';
import { kindsFor, mailWays } from './kinds.ts';
import { noticesAddress, waysAddress } from './letters.ts';
import { NotTaken } from './outbox.ts';
import { isMailAddress } from './settings.ts';
import { listBody } from './list-view.ts';
import { waysBody } from './ways-view.ts';

/** What was done, by the name that the address carries. */
const doneWords = {
  'da-doc': 'Đã đánh dấu đã đọc.',
  cach: 'Đã lưu cách nhận.',
  ma: 'Đã gửi mã. Hãy mở hộp thư rồi nhập mã ở dưới.',
  'dia-chi': 'Đã xác nhận địa chỉ. Từ nay thư gửi đến đó.',
  'bo-dia-chi': 'Đã bỏ địa chỉ. Không còn thư nào được gửi.',
} as const satisfies Record<string, string>;

const small = { bodyLimit: 4096 };

export const addNoticePages: Room = (pages, services) => {
  const { sessions, notices } = services;
  const { boxes } = notices;

  pages.get('/admin/thong-bao', (_request, reply) => reply.redirect(noticesAddress, 301));

  pages.get(noticesAddress, async (request, reply) => {
    const user = await userOf(request, sessions);
    return sendPage(reply, {
      title: 'Thông báo',
      user,
      current: noticesAddress,
      message: doneIn(request.query),
      body: listBody(boxes.noticesOf(user.login)),
    });
  });

  pages.post(`${noticesAddress}da-doc/`, small, async (request, reply) => {
    const { login } = await userOf(request, sessions);
    await boxes.markRead(login, formOf(request).get('id') ?? undefined);
    return reply.redirect(`${noticesAddress}?xong=da-doc`, 303);
  });

  pages.get(waysAddress, async (request, reply) => {
    const user = await userOf(request, sessions);
    return sendPage(reply, {
      title: 'Cách nhận thông báo',
      user,
      current: noticesAddress,
      message: doneIn(request.query),
      body: waysBody(user, boxes, notices.settings),
    });
  });

  pages.post(waysAddress, small, async (request, reply) => {
    const user = await userOf(request, sessions);
    const form = formOf(request);
    const ways = kindsFor(user).map((kind) => {
      const before = boxes.wayOf(user.login, kind);
      const mail = mailWays.find((way) => way === form.get(`mail-${kind}`)) ?? before.mail;
      const hook = notices.settings.hook ? form.has(`hook-${kind}`) : before.hook;
      return [kind, { mail, hook }] as const;
    });
    await boxes.setWays(user.login, new Map(ways));
    return reply.redirect(`${waysAddress}?xong=cach`, 303);
  });

  addAddressForms(pages, services);
};

/** Where mail goes: named, confirmed by a code that comes there, taken back. */
function addAddressForms(pages: FastifyInstance, services: Services): void {
  const { sessions, notices, audit } = services;
  const { boxes } = notices;
  /** A form that changes where somebody's mail goes, which is recorded. */
  const addChange = (
    name: string,
    done: keyof typeof doneWords,
    change: (login: string, form: URLSearchParams) => Promise<void>,
  ) =>
    pages.post(`${waysAddress}${name}/`, small, async (request, reply) => {
      const { login } = await userOf(request, sessions);
      await change(login, formOf(request));
      const address = addressOf(request);
      await audit.record({ at: new Date(), login, address, kind: 'mail-address' });
      return reply.redirect(`${waysAddress}?xong=${done}`, 303);
    });

  pages.post(`${waysAddress}dia-chi/`, small, async (request, reply) => {
    const user = await userOf(request, sessions);
    const address = (formOf(request).get('address') ?? '').trim();
    if (!isMailAddress(address)) {
      const message = 'Địa chỉ thư không đúng dạng. Ví dụ: an@phuong.example';
      throw new Refusal(422, 'bad-address', message);
    }
    await sendCode(services, user, address);
    return reply.redirect(`${waysAddress}?xong=ma`, 303);
  });

  addChange('ma', 'dia-chi', (login, form) => boxes.confirmAddress(login, form.get('code') ?? ''));
  addChange('bo-dia-chi', 'bo-dia-chi', (login) => boxes.removeAddress(login));
}

async function sendCode({ notices }: Services, user: Account, address: string): Promise<void> {
  if (!notices.settings.mail) {
    throw new Refusal(409, 'no-mail', 'Máy chủ chưa gửi được thư. Hãy báo người quản trị.');
  }
  try {
    await notices.sendCode(user, address);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof NotTaken) {
      const message = `Máy chủ thư không nhận địa chỉ “${address}”. Hãy xem lại từng chữ.`;
      throw new Refusal(422, 'address-not-taken', message);
    }
    console.error('Chưa gửi được mã xác nhận:', (error as Error).message);
    const message =
      'Máy chủ thư không trả lời nên chưa gửi được mã. Hãy thử lại sau, hoặc báo người quản trị.';
    throw new Refusal(503, 'mail-down', message);
  }
}

function doneIn(query: unknown): string | undefined {
  const { xong } = query as { xong?: unknown };
  const isKnown = typeof xong === 'string' && Object.hasOwn(doneWords, xong);
  return isKnown ? doneWords[xong as keyof typeof doneWords] : undefined;
}
