import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/errors.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { sendPage } from '../pages/page.ts';
import { formOf } from '../pages/form.ts';
import { actionRequest, assertEntry, type Desk, type EntryParams } from './desk.ts';
import { doneMessage, withDone } from './done.ts';
import { entryBody } from './entry-page.ts';
import { liveBody } from './live-page.ts';

const requests = ['withdraw', 'restore', 'rename', 'delete'] as const;

/** `/admin/da-dang/` and the page of one published entry. */
export function addLivePages(pages: FastifyInstance, desk: Desk): void {
  const { workflow, drafts } = desk.services;
  const address = '/admin/da-dang/:collection/:slug/';

  pages.get<{ Querystring: { tim?: unknown; loai?: unknown; truc?: unknown } }>(
    '/admin/da-dang/',
    async (request, reply) => {
      const user = await desk.user(request);
      const { tim, loai, truc } = request.query;
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      return sendPage(reply, {
        title: 'Đã đăng',
        user,
        current: '/admin/da-dang/',
        message: doneMessage(request.query),
        body: liveBody({
          entries: await workflow.live(),
          names: await desk.names(),
          filter: { text: text(tim), type: text(loai), axis: text(truc) },
          today: hanoiDay(new Date()),
        }),
      });
    },
  );

  pages.get<EntryParams>(address, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    const entry = (await workflow.live()).find(isEntry(collection, slug));
    if (!entry) throw new Refusal(404, 'no-entry', 'Mục này không có trên trang đang đăng.');
    const draft = await drafts.find(collection, slug);
    return sendPage(reply, {
      title: entry.title,
      user,
      current: '/admin/da-dang/',
      body: entryBody({
        entry,
        draft,
        names: await desk.names(),
        user,
        today: hanoiDay(new Date()),
      }),
    });
  });

  pages.post<EntryParams>(address, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    const form = formOf(request);
    const action = requests.find((known) => known === form.get('action'));
    if (!action) throw new Refusal(422, 'unknown-action', 'Máy chủ không có thao tác này.');
    await workflow.act(user, action, actionRequest(request.params, form));
    return reply.redirect(withDone(`/admin/duyet/${collection}/${slug}/`, action), 303);
  });
}

function isEntry(collection: string, slug: string): (entry: LiveEntry) => boolean {
  return (entry) => entry.type.name === collection && entry.slug === slug;
}
