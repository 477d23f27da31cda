/** The server's own pages as a browser uses them: a cookie, forms, their answers. */
import type { World, PersonName } from './harness.ts';
import { people } from './harness.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** A browser of its own on a world's server; cookies are kept. */
export class Browser {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  cookie = '';

  constructor({ url }: Pick<World, 'url'>, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, {});
  }

  /** Sends a form from a page of the server. */
  post(path: string, fields: Record<string, string> | [string, string][] = {}): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Logs in as the CMS does. */
  async logIn(body: { login: string; password: string; totp?: string }): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return this.#send('/api/login', { method: 'POST', body: JSON.stringify(body), headers });
  }

  async #send(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ) {
    const response = await fetch(this.#url + path, {
      redirect: 'manual',
      ...init,
      headers: { origin: this.#url, cookie: this.cookie, ...this.#headers, ...init.headers },
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** A browser in which somebody is logged in. */
export async function browserOf(world: World, name: PersonName): Promise<Browser> {
  const browser = new Browser(world);
  await browser.logIn({ login: people[name].login, password: world.passwords[name] });
  return browser;
}
