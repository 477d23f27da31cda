import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine, PagefindModule } from '#src/search/engine.ts';

/** Opens the index in `<folder>/pagefind/` with Pagefind's own browser module, in Node. */
export async function openIndex(
  folder: string,
): Promise<{ engine: Engine; close: () => Promise<void> }> {
  // Pagefind reads its files with fetch, which in Node takes no file addresses.
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(join(folder, pathname)).then(
      (data) => response.end(data),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = pathToFileURL(join(folder, 'pagefind/pagefind.js')).href;
  const pagefind = (await import(/* @vite-ignore */ url)) as PagefindModule;
  return {
    engine: pagefind.createInstance({ basePath: `${origin}/pagefind/`, noWorker: true }),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
