/** Serves the current release: clean addresses, caching by name, the policies of site and CMS. */
import type { FastifyHelmetOptions } from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDownload } from '#src/channels/downloads.ts';
import type { Release } from '../build/builder.ts';
import { pageHeader, sitePolicy } from './policies.ts';
import { cachingOf, contentApi, hasHash } from './serving.ts';

/** `cmsPolicy`: Helmet's options for the CMS's page. */
export async function addSite(
  app: FastifyInstance,
  builder: { releases: readonly Pick<Release, 'dir'>[]; isWhole: () => boolean },
  cmsPolicy: FastifyHelmetOptions,
): Promise<void> {
  await app.register(fastifyStatic, { serve: false, preCompressed: true, cacheControl: false });

  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    const [current] = builder.releases;
    if (!current) return soon(reply, 'Trang đang được dựng, xin trở lại sau ít phút.');
    const path = plainPath(request.url);
    if (path === undefined) return notFound(reply, current.dir);
    for (const { dir } of hasHash(path) ? builder.releases : [current]) {
      const kind = await kindOf(join(dir, path));
      if (kind === 'folder' && path !== '' && !path.endsWith('/')) {
        return reply.redirect(`/${encodeURI(path)}/${queryOf(request)}`, 301);
      }
      const file = kind === 'folder' ? `${path}index.html` : path;
      if (kind === 'file' || (kind === 'folder' && (await kindOf(join(dir, file))) === 'file')) {
        if (isPage(file)) reply.header('Content-Security-Policy', pageHeader);
        return reply.header('Cache-Control', cachingOf(file)).sendFile(file, dir);
      }
    }
    if (await makeDownload(current.dir, path)) {
      return reply.header('Cache-Control', cachingOf(path)).sendFile(path, current.dir);
    }
    if (!builder.isWhole()) return soon(reply, 'Đang được làm, xin trở lại sau ít phút.');
    return notFound(reply, current.dir);
  };

  app.get('/admin', { helmet: cmsPolicy }, serve);
  app.get('/admin/*', { helmet: cmsPolicy }, serve);
  // Files of the content API: portals and applications read them from their own pages.
  app.get(`${contentApi}*`, { helmet: sitePolicy, onRequest: openToAll }, serve);
  app.get('/*', { helmet: sitePolicy }, serve);
}

/** No file of the release but what RFC 8615 asks for. */
const hidden = /^\.(?!well-known$)/;

/** Lets any page read the answer, also that there is no such file; nothing is asked with a cookie. */
const openToAll: onRequestHookHandler = (_request, reply, done) => {
  reply.header('Access-Control-Allow-Origin', '*');
  done();
};

/** The path in an address below a folder of files; `undefined` for one that no file can have. */
export function plainPath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/, '').slice(1));
  } catch {
    return undefined;
  }
  const parts = path.replace(/\/$/, '').split('/');
  const isPlain = path === '' || parts.every((part) => part !== '' && !hidden.test(part));
  return isPlain && !/[\\\0]/.test(path) ? path : undefined;
}

function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf('?');
  return at < 0 ? '' : request.url.slice(at);
}

/** What stands at a path on the disk; `undefined` for nothing. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')
    ) {
      return undefined;
    }
    throw error;
  }
}

/** What may be there soon: nobody is to take it for something that there is not. */
function soon(reply: FastifyReply, words: string) {
  return reply
    .code(503)
    .header('Retry-After', '10')
    .header('Cache-Control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(words);
}

/** Whether a file is a page of the site, which brings its policy; the CMS's comes in a header. */
function isPage(file: string): boolean {
  return file.endsWith('.html') && !file.startsWith('admin/');
}

async function notFound(reply: FastifyReply, dir: string) {
  reply.code(404).header('Cache-Control', 'no-cache');
  reply.header('Content-Security-Policy', pageHeader);
  if ((await kindOf(join(dir, '404.html'))) === 'file') return reply.sendFile('404.html', dir);
  return reply.type('text/plain; charset=utf-8').send('Không có trang này.');
}
