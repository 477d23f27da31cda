/** A real server on a random port, on real git, with a data folder and a checkout of its own. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { createApp } from '#admin/server/app.ts';
import type { User } from '#admin/server/accounts/accounts.ts';
import { openServices, type ServiceOptions, type Services } from '#admin/server/services.ts';
import { article, content, file } from '#tests/support/content.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';

const exec = promisify(execFile);

export const people = {
  editor: { login: 'an', name: 'Nguyễn Văn An', role: 'editor', axes: [] },
  otherEditor: { login: 'binh', name: 'Trần Thị Bình', role: 'editor', axes: [] },
  approver: { login: 'chi', name: 'Lê Chi', role: 'approver', axes: [] },
  otherApprover: { login: 'dung', name: 'Phạm Dũng', role: 'approver', axes: [] },
  admin: { login: 'giang', name: 'Hoàng Giang', role: 'admin', axes: [] },
} as const satisfies Record<string, User>;

export type PersonName = keyof typeof people;

export interface Reply {
  status: number;
  headers: Headers;
  /** The JSON body, or the text of a page. */
  body: never;
}

export interface World {
  url: string;
  dir: string;
  checkout: string;
  services: Services;
  passwords: Record<PersonName, string>;
  /** Runs git in the bare repository. */
  git: (...args: string[]) => Promise<string>;
  /** A request; `as` logs the person in first. */
  request: (
    path: string,
    options?: { as?: PersonName; body?: unknown; headers?: Record<string, string> },
  ) => Promise<Reply>;
  /** One request of the CMS. */
  cms: (as: PersonName, action: string, params?: object) => Promise<Reply>;
  close: () => Promise<void>;
}

/** A git checkout with content, by path; a small right one when none is given. */
export async function makeCheckout(
  dir: string,
  files: ReadonlyMap<string, string> = content(),
): Promise<void> {
  await mkdir(join(dir, 'node_modules'), { recursive: true });
  for (const [path, text] of files) await writeIn(dir, path, text);
  await writeIn(dir, '.gitignore', 'node_modules/\n');
  await gitIn(dir, 'init', '--quiet', '-b', 'main');
  await commitAll(dir, 'Bắt đầu');
}

export async function writeIn(dir: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), text);
}

export async function gitIn(dir: string, ...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=Kỹ sư', '-c', 'user.email=ky-su@example.invalid'];
  return (await exec('git', ['-C', dir, ...who, ...args])).stdout.trim();
}

export async function commitAll(dir: string, message: string): Promise<void> {
  await gitIn(dir, 'add', '--all');
  await gitIn(dir, 'commit', '--quiet', '-m', message);
}

/** `options` go to the services as they are; `files` is the content, by path. */
export async function startWorld(
  options: Partial<ServiceOptions> = {},
  files?: ReadonlyMap<string, string>,
): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'editorial-server-'));
  const checkout = join(dir, 'checkout');
  await makeCheckout(checkout, files);
  const services = await openServices({
    dataDir: join(dir, 'data'),
    checkout,
    allowedHosts: new Set(['127.0.0.1']),
    buildCommand: fakeBuild,
    ...options,
  });
  await services.publisher.refresh();
  const passwords = {} as Record<PersonName, string>;
  for (const [name, user] of Object.entries(people)) {
    passwords[name as PersonName] = await services.accounts.add(user);
  }
  const app = await createApp(services);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const cookies = new Map<PersonName, string>();
  const cookieOf = async (name: PersonName) => {
    let cookie = cookies.get(name);
    if (cookie === undefined) {
      const body = { login: people[name].login, password: passwords[name] };
      const reply = await send('/api/login', { body });
      cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
      cookies.set(name, cookie);
    }
    return cookie;
  };
  const send = async (
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Reply> => {
    const response = await fetch(url + path, {
      redirect: 'manual',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as never,
    };
  };
  const request: World['request'] = async (path, { as, headers, ...options } = {}) =>
    send(path, { ...options, headers: { ...headers, ...(as && { cookie: await cookieOf(as) }) } });

  return {
    url,
    dir,
    checkout,
    services,
    passwords,
    request,
    git: (...args) => gitIn(join(dir, 'data/repository.git'), ...args),
    cms: (as, action, params = {}) =>
      request('/api/v1', { as, body: { action, params: { branch: 'main', ...params } } }),
    close: async () => {
      await app.close();
      // Folders that no build takes may be being deleted still.
      await rm(dir, { recursive: true, force: true, maxRetries: 9 });
    },
  };
}

/** Parameters that name an article's draft. */
export const key = (slug: string) => ({ collection: 'article', slug });

/** The parameters of a save of an article, as Decap sends them. */
export function saveOf(slug: string, changes: object = {}, more: object = {}) {
  const path = `content/articles/${slug}.mdx`;
  return {
    dataFiles: [{ slug, path, raw: file({ ...article, title: `Bài ${slug}`, ...changes }) }],
    assets: [],
    options: { collectionName: 'article', useWorkflow: true, commitMessage: 'x', status: 'draft' },
    ...more,
  };
}

/** A small real picture, in base64. */
export const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Matches a text that holds `part`. */
export const containing = (part: string): unknown => expect.stringContaining(part);
