/** A folder of built files on loopback, as any plain static host serves it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a folder; `site` has no slash at its end. */
export async function serveFolder(root: string): Promise<{ site: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname) + (pathname.endsWith('/') ? 'index.html' : '');
    readFile(join(root, path)).then(
      (bytes) => {
        response.writeHead(200, { 'Content-Type': mediaTypes[extname(path)] ?? 'text/plain' });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { site: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
