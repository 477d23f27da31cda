/** What every request to the API must bring before anything is read: the right host and origin. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './errors.ts';

type Hook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** A hook for all requests to the API; their answers are never kept by a cache. */
export function makeGuard(allowedHosts: ReadonlySet<string>): Hook {
  return (request, reply, done) => {
    reply.header('Cache-Control', 'no-store');
    done(refusalOf(request, allowedHosts));
  };
}

/**
 * Refuses requests under a foreign host name (DNS rebinding), and changes that come from another
 * site's page or in a form that such a page could send by itself.
 */
function refusalOf(
  { method, headers }: FastifyRequest,
  allowedHosts: ReadonlySet<string>,
): Refusal | undefined {
  const hostname = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  if (!allowedHosts.has(hostname)) {
    const message = `Máy chủ không nhận tên “${hostname}”. Nếu tên này đúng, người quản trị thêm nó vào ALLOWED_HOSTS.`;
    return new Refusal(421, 'wrong-host', message);
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host) {
    const message = 'Yêu cầu đến từ một trang khác nên bị từ chối.';
    return new Refusal(403, 'wrong-origin', message);
  }
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return new Refusal(415, 'not-json', 'Yêu cầu phải ở dạng application/json.');
  }
  return undefined;
}
