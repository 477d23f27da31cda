/** What every request to the API and to the pages must bring before anything is read: the right host and origin. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './errors.ts';

type Hook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** A hook for all requests to the API; their answers are never kept by a cache. */
export function makeGuard(allowedHosts: ReadonlySet<string>): Hook {
  return (request, reply, done) => {
    reply.header('Cache-Control', 'no-store');
    done(refusalOf(request, allowedHosts) ?? refusalOfApi(request));
  };
}

/** A hook for files on their way to the server, which no foreign page's form can send by itself. */
export function makeUploadGuard(allowedHosts: ReadonlySet<string>): Hook {
  return (request, reply, done) => {
    reply.header('Cache-Control', 'no-store');
    done(refusalOf(request, allowedHosts) ?? refusalOfUpload(request));
  };
}

/** A hook for the server's own pages: a form must say from which page it comes, and be ours. */
export function makeFormGuard(allowedHosts: ReadonlySet<string>): Hook {
  return (request, _reply, done) => {
    done(refusalOf(request, allowedHosts) ?? refusalOfForm(request));
  };
}

/** Refuses requests under a foreign host name (DNS rebinding) and from another site's page. */
function refusalOf(
  { method, headers }: FastifyRequest,
  allowedHosts: ReadonlySet<string>,
): Refusal | undefined {
  const hostname = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  if (!allowedHosts.has(hostname)) {
    const message = `Máy chủ không nhận tên “${hostname}”. Nếu tên này đúng, người quản trị thêm nó vào ALLOWED_HOSTS.`;
    return new Refusal(421, 'wrong-host', message);
  }
  if (isRead(method) || headers.origin === undefined) return undefined;
  return URL.parse(headers.origin)?.host === headers.host ? undefined : foreignOrigin();
}

/** Refuses what a foreign page's form could send by itself. */
function refusalOfApi({ method, headers }: FastifyRequest): Refusal | undefined {
  if (isRead(method) || /^application\/json\b/i.test(headers['content-type'] ?? ''))
    return undefined;
  return new Refusal(415, 'not-json', 'Yêu cầu phải ở dạng application/json.');
}

function refusalOfUpload({ headers }: FastifyRequest): Refusal | undefined {
  if (/^application\/octet-stream\b/i.test(headers['content-type'] ?? '')) return undefined;
  return new Refusal(415, 'not-file', 'Tệp phải gửi ở dạng application/octet-stream.');
}

function refusalOfForm({ method, headers }: FastifyRequest): Refusal | undefined {
  if (isRead(method)) return undefined;
  if (headers.origin === undefined) return foreignOrigin();
  const type = headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  return new Refusal(415, 'not-form', 'Yêu cầu phải là biểu mẫu của trang này.');
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function foreignOrigin(): Refusal {
  return new Refusal(403, 'wrong-origin', 'Yêu cầu đến từ một trang khác nên bị từ chối.');
}
