/**
 * `/xem-truoc/…`: a draft's real page. `muc/<type>/<slug>/` and `chia-se/<token>/` lead to the
 * finished site below `<id>/` (for a session) or `<id>.<token>/` (for a link), the former also to
 * its share kit; `dang/` is the site as it is published, in the same frame.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDownload } from '#src/channels/downloads.ts';
import { hasKit, kitPaths } from '#src/model/share-kit.ts';
import { Refusal } from '../http/errors.ts';
import { entryPlace } from '../content/files.ts';
import { html, type Html } from '../pages/html.ts';
import { userOf } from '../accounts/login.ts';
import { spanWords } from '../machine/span.ts';
import { sendPage } from '../pages/page.ts';
import type { Room } from '../pages/room.ts';
import { framedPagesPolicy, previewPageHeader, previewPolicy } from '../http/policies.ts';
import type { Preview } from './preview-builds.ts';
import { moveBelow } from './preview-html.ts';
import { kindOf, plainPath } from '../http/site.ts';

const linkNotice = 'Bản xem trước, chưa đăng. Xin không chuyển tiếp đường dẫn này.';

export const addPreviewPages: Room = (pages, { previews, sessions, builder }) => {
  const framed = { helmet: framedPagesPolicy };
  const site = { helmet: previewPolicy };

  pages.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/xem-truoc/')) reply.header('X-Robots-Tag', 'noindex, nofollow');
  });

  const leadTo = (place: string, addressOf: (params: EntryKey) => string) =>
    pages.get<Params>(place, framed, async (request, reply) => {
      await userOf(request, sessions);
      const { collection, slug } = request.params;
      const address = addressOf(request.params);
      const preview = await previews.of(collection, slug);
      if (!preview) return reply.redirect(`/xem-truoc/dang${address}`, 303);
      return sendState(
        reply,
        preview,
        previews.builds.lastSeconds,
        `/xem-truoc/${preview.id}${address}`,
      );
    });
  leadTo('/xem-truoc/muc/:collection/:slug/', pageOf);
  leadTo('/xem-truoc/muc/:collection/:slug/bo-chia-se/', kitOf);

  pages.get<{ Params: { token: string } }>(
    '/xem-truoc/chia-se/:token/',
    framed,
    async (request, reply) => {
      const { token } = request.params;
      const { collection, slug } = await previews.links.open(token);
      const preview = await previews.of(collection, slug);
      const address = pageOf({ collection, slug });
      if (!preview) return sendNoDraft(reply, address);
      return sendState(
        reply,
        preview,
        previews.builds.lastSeconds,
        `/xem-truoc/${preview.id}.${token}${address}`,
      );
    },
  );

  pages.get('/xem-truoc/dang/*', site, async (request, reply) => {
    await userOf(request, sessions);
    const [current] = builder.releases;
    if (!current) return sendGone(reply);
    return sendFrom(request, reply, { dir: current.dir, prefix: '/xem-truoc/dang' });
  });

  pages.get<{ Params: { name: string } }>('/xem-truoc/:name/*', site, async (request, reply) => {
    const { name } = request.params;
    const [id = '', token] = name.split('.');
    const link = token === undefined ? undefined : await previews.links.open(token);
    if (!link) await userOf(request, sessions);
    const preview = previews.builds.find(id);
    const isTheirs =
      !link || (preview?.collection === link.collection && preview.slug === link.slug);
    if (!preview || !isTheirs) return sendGone(reply);
    const notice = link && linkNotice;
    return sendFrom(request, reply, { dir: preview.dir, prefix: `/xem-truoc/${name}`, notice });
  });
};

interface EntryKey {
  collection: string;
  slug: string;
}

interface Params {
  Params: EntryKey;
}

function pageOf({ collection, slug }: EntryKey): string {
  return entryPlace(collection, slug).type.address?.(slug) ?? '/';
}

function kitOf({ collection, slug }: EntryKey): string {
  const { name: type } = entryPlace(collection, slug).type;
  if (hasKit(type)) return kitPaths({ type, slug }).kit;
  throw new Refusal(404, 'no-kit', 'Loại nội dung này không có bộ chia sẻ.');
}

/** On to the page when it is there; until then a page that looks again by itself. */
function sendState(
  reply: FastifyReply,
  preview: Preview,
  lastSeconds: number | undefined,
  address: string,
): FastifyReply {
  const { state, problem = '' } = preview;
  if (state === 'ready') return reply.redirect(address, 303);
  if (state === 'failed') {
    const lines = problem.split('\n').map((line) => html`<p>${line}</p>`);
    const body = html`<div class="problem" role="alert">${lines}</div>
      <p><a href="">Thử lại</a></p>`;
    return sendPage(reply, { title: 'Chưa dựng được trang xem trước', body });
  }
  const last = lastSeconds === undefined ? '' : ` Lần gần nhất mất ${spanWords(lastSeconds)}.`;
  const words =
    state === 'waiting'
      ? 'Máy đang dựng một bản khác, xong sẽ tới bản này.'
      : `Cả trang đang được dựng lại.${last}`;
  return sendPage(reply, {
    title: 'Đang dựng trang xem trước…',
    refreshSeconds: 2,
    body: html`<p role="status">${words} Trang này tự tải lại.</p>`,
  });
}

function sendNoDraft(reply: FastifyReply, address: string): FastifyReply {
  const body: Html = html`<p>
    Mục này không còn bản nháp: có thể đã đăng hoặc đã bỏ.
    <a href="${address}">Xem trang đang đăng</a>
  </p>`;
  return sendPage(reply, { title: 'Không còn bản xem trước', body }, 404);
}

function sendGone(reply: FastifyReply): FastifyReply {
  const body = html`<p>Bản xem trước này đã cũ hoặc không có. Hãy mở lại từ trang duyệt.</p>`;
  return sendPage(reply, { title: 'Không có bản xem trước này', body }, 404);
}

/** Whoever was shown a draft sees its pictures for a while, and no cache between keeps them. */
const caching = 'private, max-age=3600';

async function sendFrom(
  request: FastifyRequest,
  reply: FastifyReply,
  { dir, prefix, notice }: { dir: string; prefix: string; notice?: string | undefined },
): Promise<FastifyReply> {
  const rest = request.url.slice(prefix.length);
  const path = plainPath(rest);
  if (path !== undefined) await makeDownload(dir, path);
  const kind = path === undefined ? undefined : await kindOf(join(dir, path));
  if (path === undefined || kind === undefined) return sendGone(reply);
  if (kind === 'folder' && path !== '' && !path.endsWith('/')) {
    return reply.redirect(`${prefix}/${encodeURI(path)}/`, 301);
  }
  const file = kind === 'folder' ? `${path}index.html` : path;
  if ((await kindOf(join(dir, file))) !== 'file') return sendGone(reply);
  if (!file.endsWith('.html')) {
    return reply.header('Cache-Control', caching).sendFile(file, dir);
  }
  const page = await readFile(join(dir, file), 'utf8');
  return reply
    .header('Content-Security-Policy', previewPageHeader)
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(moveBelow(page, prefix, notice));
}
