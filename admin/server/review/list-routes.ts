import type { FastifyInstance } from 'fastify';
import { hanoiDay } from '#src/time/hanoi.ts';
import { reasonAgainstConfirming } from '../workflow/emergencies.ts';
import { frontOf } from '../content/change-files.ts';
import { entryPlace } from '../content/files.ts';
import { mergeKept, takeUp } from '../workflow/kept-merge.ts';
import { listKept, readKept } from '../workflow/kept.ts';
import { sendPage } from '../pages/page.ts';
import { formOf } from '../pages/form.ts';
import { actionRequest, type Desk } from './desk.ts';
import { doneMessage, withDone } from './done.ts';
import { keptBody } from './kept-page.ts';
import { choicesIn } from './merge-form.ts';
import { mineBody } from './mine-page.ts';
import { queueBody } from './queue-page.ts';

/** `/admin/duyet/`, `/admin/cua-toi/`, `/admin/ban-giu/<id>`. */
export function addListPages(pages: FastifyInstance, desk: Desk): void {
  const { workflow, health, drafts } = desk.services;

  pages.get<{ Querystring: { truc?: string } }>('/admin/duyet/', async (request, reply) => {
    const user = await desk.user(request);
    const [items, emergencies, names] = await Promise.all([
      workflow.queue(),
      workflow.emergencies(),
      desk.names(),
    ]);
    const { truc } = request.query;
    const axis = names.axes.find(({ slug }) => slug === truc)?.slug;
    return sendPage(reply, {
      title: 'Duyệt',
      user,
      current: '/admin/duyet/',
      message: doneMessage(request.query),
      body: queueBody({
        user,
        items,
        emergencies,
        names,
        axis,
        problems: health.problems,
        now: new Date(),
        reasonOf: desk.reasonOf(user),
      }),
    });
  });

  pages.post('/admin/duyet/xac-nhan/', async (request, reply) => {
    const user = await desk.user(request);
    const form = formOf(request);
    const [collection, slug] = [form.get('collection') ?? '', form.get('slug') ?? ''];
    await workflow.act(user, 'confirm', actionRequest({ collection, slug }, form));
    return reply.redirect(withDone('/admin/duyet/', 'confirm'), 303);
  });

  pages.get('/admin/cua-toi/', async (request, reply) => {
    const user = await desk.user(request);
    const [items, kept, names, entries, emergencies] = await Promise.all([
      workflow.queue(),
      listKept(drafts.git, user),
      desk.names(),
      workflow.live(),
      workflow.emergencies(),
    ]);
    return sendPage(reply, {
      title: 'Việc của tôi',
      user,
      current: '/admin/cua-toi/',
      message: doneMessage(request.query),
      body: mineBody({
        user,
        items,
        kept,
        names,
        entries,
        toConfirm: emergencies.filter((one) => !reasonAgainstConfirming(one, user)).length,
        problems: user.role === 'admin' ? health.problems : [],
        today: hanoiDay(new Date()),
        now: new Date(),
        reasonOf: desk.reasonOf(user),
      }),
    });
  });

  pages.get<{ Params: { id: string } }>('/admin/ban-giu/:id', async (request, reply) => {
    const user = await desk.user(request);
    const kept = await readKept(drafts.git, user, request.params.id);
    const place = entryPlace(kept.collection, kept.slug);
    // Its own title: the entry may not be on the site yet.
    const { title } = frontOf(place.type, kept.text);
    return sendPage(reply, {
      title: `Bản giữ hộ: ${typeof title === 'string' && title !== '' ? title : kept.slug}`,
      user,
      current: '/admin/cua-toi/',
      body: keptBody(kept, place, await mergeKept(drafts, kept)),
    });
  });

  pages.post<{ Params: { id: string } }>('/admin/ban-giu/:id', async (request, reply) => {
    const user = await desk.user(request);
    const kept = await readKept(drafts.git, user, request.params.id);
    await takeUp(drafts, user, kept, choicesIn(formOf(request)));
    const { collection, slug } = kept;
    return reply.redirect(withDone(`/admin/duyet/${collection}/${slug}/`, 'merge'), 303);
  });

  pages.get<{ Params: { id: string } }>('/admin/ban-giu/:id/tai-ve', async (request, reply) => {
    const user = await desk.user(request);
    const { text, slug, path } = await readKept(drafts.git, user, request.params.id);
    const extension = path.slice(path.lastIndexOf('.'));
    return reply
      .header('Cache-Control', 'no-store')
      .header('Content-Disposition', `attachment; filename="${slug}-ban-giu${extension}"`)
      .type('text/plain; charset=utf-8')
      .send(text);
  });
}
