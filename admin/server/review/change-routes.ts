import type { FastifyInstance, FastifyReply } from 'fastify';
import type { User } from '../accounts/accounts.ts';
import { Refusal } from '../http/errors.ts';
import { entryPlace } from '../content/files.ts';
import { placesOf } from '../content/places.ts';
import { sendPage } from '../pages/page.ts';
import { formOf } from '../pages/form.ts';
import { linkAddress } from '../preview/preview.ts';
import { isOneOf } from '../workflow/drafts.ts';
import { actions, type Action } from '../workflow/rules.ts';
import { changeBody } from './change-page.ts';
import { actionRequest, assertEntry, type Desk, type EntryParams } from './desk.ts';
import { doneMessage, withDone } from './done.ts';
import { noDraftBody } from './no-draft-page.ts';
import { sendPicture } from './picture.ts';
import { placeAnchor } from './place-list.ts';

/** `/admin/duyet/<type>/<slug>/` and what its forms do. */
export function addChangePages(pages: FastifyInstance, desk: Desk): void {
  const { workflow, previews, drafts } = desk.services;
  const address = '/admin/duyet/:collection/:slug/';

  pages.get<EntryParams>(address, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    if (!(await desk.hasDraft(collection, slug))) {
      const isLive = (await desk.names()).has(entryPlace(collection, slug).path);
      return sendPage(
        reply,
        {
          title: 'Mục này không có bản nháp',
          user,
          current: '/admin/duyet/',
          body: noDraftBody({ collection, slug }, isLive),
        },
        404,
      );
    }
    return sendChange(desk, reply, user, request.params, { message: doneMessage(request.query) });
  });

  pages.post<EntryParams>(address, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const form = formOf(request);
    const action = readAction(form);
    if (action === 'discard' && form.get('sure') !== 'yes') {
      throw new Refusal(422, 'not-sure', 'Hãy đánh dấu ô xác nhận rồi xóa.');
    }
    const asked = actionRequest(request.params, form);
    if (asked.head === undefined) {
      throw new Refusal(422, 'no-head', 'Hãy mở lại trang duyệt rồi làm lại.');
    }
    await workflow.act(user, action, asked);
    const done = form.get('then') === 'publish' && action === 'approve' ? 'publish' : action;
    if (done !== action) await publishApproved(desk, user, request.params);
    const { collection, slug } = request.params;
    const stays = await desk.hasDraft(collection, slug);
    const key = `${collection}/${slug}`;
    const next = stays ? `/admin/duyet/${key}/` : '/admin/duyet/';
    // Who commented on a place reads on there.
    const place = stays ? placeAnchor(action, form) : '';
    return reply.redirect(withDone(next, done, key) + place, 303);
  });

  pages.post<EntryParams>(`${address}gui/`, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    await drafts.get(collection, slug);
    const days = Number(formOf(request).get('days'));
    const token = await previews.links.make(user, collection, slug, days);
    // The guard has seen to it that the form comes from this very origin.
    const newLink = `${request.headers.origin ?? ''}${linkAddress(token)}`;
    return sendChange(desk, reply, user, request.params, {
      message: 'Đã tạo đường dẫn, xem ở phần Gửi người ngoài xem.',
      newLink,
    });
  });

  pages.post<EntryParams>(`${address}thu-hoi/`, async (request, reply) => {
    await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    await previews.links.revoke(collection, slug, formOf(request).get('id') ?? '');
    return reply.redirect(`/admin/duyet/${collection}/${slug}/#gui`, 303);
  });

  pages.get<{ Params: EntryParams['Params'] & { version: string; name: string } }>(
    `${address}anh/:version/:name`,
    async (request, reply) => {
      await desk.user(request);
      assertEntry(request);
      const { collection, slug, version, name } = request.params;
      const commit =
        version === 'nhap' ? (await drafts.get(collection, slug)).head : await drafts.main();
      return sendPicture(reply, drafts.git, commit, name);
    },
  );
}

function readAction(form: URLSearchParams): Action {
  const name = form.get('action');
  const action = actions.find((known) => known === name);
  if (action) return action;
  throw new Refusal(422, 'unknown-action', 'Máy chủ không có thao tác này.');
}

/** Publishes what was approved a moment ago: somebody's edit in between has taken that back. */
async function publishApproved(
  { services }: Desk,
  user: User,
  { collection, slug }: EntryParams['Params'],
): Promise<void> {
  const { head } = await services.drafts.get(collection, slug);
  await services.workflow.act(user, 'publish', { collection, slug, head });
}

async function sendChange(
  desk: Desk,
  reply: FastifyReply,
  user: User,
  { collection, slug }: EntryParams['Params'],
  more: { message?: ReturnType<typeof doneMessage>; newLink?: string },
): Promise<FastifyReply> {
  const { workflow, previews, drafts, advisor, builder } = desk.services;
  const view = await workflow.change(collection, slug);
  const isSound = !view.findings.some(({ severity }) => severity === 'error');
  if (isSound) await previews.makeAhead(view.draft);
  const [names, links] = await Promise.all([desk.names(), previews.links.list(collection, slug)]);
  const { message, newLink } = more;
  const { type } = view.draft;
  const after = view.files.find(({ path }) => path === view.draft.path)?.after;
  return sendPage(reply, {
    title: view.title,
    user,
    current: '/admin/duyet/',
    message,
    body: changeBody({
      view,
      advice: after === undefined ? [] : await advisor.adviseFile(await drafts.main(), type, after),
      places: after === undefined ? [] : placesOf(view.draft.type, after),
      isWriter: isOneOf(view.draft.authors, user),
      names,
      links,
      newLink,
      reasons: workflow.reasonsAgainst(user, view.draft),
      now: new Date(),
      lastBuild: builder.lastSeconds,
    }),
  });
}
