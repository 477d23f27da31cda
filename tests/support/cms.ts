/** The CMS's requests without its screens: for benches and for tests that set a scene. */
import { stringify } from 'yaml';

/** A person who is logged in. */
export class Cms {
  readonly #site: string;
  readonly #cookie: string;

  private constructor(site: string, cookie: string) {
    this.#site = site;
    this.#cookie = cookie;
  }

  /** Logs in; throws with the server's answer when it refuses. */
  static async logIn(site: string, login: string, password: string): Promise<Cms> {
    const response = await post(`${site}/api/login`, { login, password });
    return new Cms(site, response.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  /** One request of Decap's proxy protocol; throws with the server's words when it is refused. */
  async ask(action: string, params: object): Promise<unknown> {
    const body = { action, params: { branch: 'main', ...params } };
    return (await post(`${this.#site}/api/v1`, body, this.#cookie)).json();
  }

  /** Saves a draft of an article; `base` is the version of the file that it is an edit of. */
  saveArticle(slug: string, data: object, body: string, base?: string): Promise<unknown> {
    const path = `content/articles/${slug}.mdx`;
    return this.ask('persistEntry', {
      dataFiles: [
        {
          slug,
          path,
          raw: `---\n${stringify(data)}---\n\n${body}`,
        },
      ],
      assets: [],
      ...(base !== undefined && { base: { [path]: base } }),
      options: { collectionName: 'article', useWorkflow: true, commitMessage: '', status: 'draft' },
    });
  }

  setStatus(slug: string, newStatus: string): Promise<unknown> {
    return this.ask('updateUnpublishedEntryStatus', { collection: 'article', slug, newStatus });
  }

  publish(slug: string): Promise<unknown> {
    return this.ask('publishUnpublishedEntry', { collection: 'article', slug });
  }

  /** One of the server's own pages, by its path; throws when it is refused. */
  async page(path: string): Promise<string> {
    const response = await fetch(this.#site + path, { headers: { cookie: this.#cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  }

  /** Asks for the preview of an article until it is built; returns the page. */
  async preview(slug: string): Promise<string> {
    const headers = { cookie: this.#cookie };
    for (;;) {
      const response = await fetch(`${this.#site}/xem-truoc/muc/article/${slug}/`, { headers });
      const page = await response.text();
      if (response.redirected && response.ok) return page;
      if (!response.ok || page.includes('role="alert"')) throw new Error(page);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function post(url: string, body: object, cookie?: string): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
}

/** Fields of an article that passes every check against the site's own content. */
export const realArticle = {
  title: 'Bài thử nghiệm từ biên tập viên',
  summary: 'Một câu tóm tắt đủ dài để đọc riêng vẫn hiểu.',
  axis: 'chuyen-doi-so',
  keyPoints: ['Điều thứ nhất cần nhớ.', 'Điều thứ hai cần nhớ.'],
  audience: ['moi-nguoi'],
  unit: 'uy-ban-nhan-dan',
  sources: [{ document: 'ke-hoach-tuyen-truyen-phuong', locator: 'mục II.1.2' }],
  published: '2026-11-22',
};
