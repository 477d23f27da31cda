/** The frame of every page that the server writes itself: head, navigation, message, body. */
import type { FastifyReply } from 'fastify';
import type { User } from '../accounts/accounts.ts';
import { noticesAddress } from '../notices/letters.ts';
import { html, type Html, type Part } from './html.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** How many notices a person has not read. */
    unreadOf: (login: string) => number;
  }
}

/** Who reads a page. */
type Reader = Pick<User, 'login' | 'name' | 'role'> & { passwordHandedOut?: boolean };

export interface PageParts {
  title: string;
  /** Who reads it; the navigation shows only with somebody logged in. */
  user?: Reader | undefined;
  /** Address of the navigation's link that this page belongs to, such as `/admin/duyet/`. */
  current?: string | undefined;
  /** What was just done, in the page's own words: never a text from the address. */
  message?: Part;
  /** Loads the page again by itself after so many seconds. */
  refreshSeconds?: number | undefined;
  /** Addresses of modules that the page loads beside the script of all pages. */
  scripts?: readonly string[];
  body: Html;
}

const links: readonly { address: string; words: string; adminOnly?: boolean }[] = [
  { address: '/admin/cua-toi/', words: 'Việc của tôi' },
  { address: noticesAddress, words: 'Thông báo' },
  { address: '/admin/duyet/', words: 'Duyệt' },
  { address: '/admin/da-dang/', words: 'Đã đăng' },
  { address: '/admin/#/collections/article', words: 'Soạn bài' },
  { address: '/admin/tai-khoan/', words: 'Tài khoản' },
  { address: '/admin/quan-tri/', words: 'Quản trị', adminOnly: true },
];

/** A whole document in the site's identity; `unread`: notices that its reader has not read. */
function page(
  { title, user, current, message, refreshSeconds, scripts = [], body }: PageParts,
  unread: number,
): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Biên tập</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${
          refreshSeconds !== undefined &&
          html`<meta http-equiv="refresh" content="${refreshSeconds}" />`
        }
        <link rel="stylesheet" href="/admin/pages.css" />
        <script src="/admin/pages.js"></script>
        ${scripts.map((script) => html`<script src="${script}" type="module"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">Đến nội dung chính</a>
        <header class="top">
          <p class="brand">
            <a href="/" class="brand-link">Nghị quyết vào cuộc sống</a>
            <span class="wide">· Biên tập</span>
          </p>
          ${user && navigation(user, current, unread)}
        </header>
        <main id="main">
          ${user?.passwordHandedOut && passwordNotice()}
          ${message && html`<p class="message" role="status">${message}</p>`}
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

function passwordNotice(): Html {
  return html`<p class="notice">
    Mật khẩu bạn đang dùng là do người khác đưa.
    <a href="/admin/tai-khoan/#mat-khau">Đổi mật khẩu</a>
  </p>`;
}

/** Sends a page that no cache keeps. */
export function sendPage(reply: FastifyReply, parts: PageParts, status = 200): FastifyReply {
  const unread = parts.user ? reply.server.unreadOf(parts.user.login) : 0;
  return reply
    .code(status)
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page(parts, unread).toString());
}

function navigation({ name, role }: Reader, current: string | undefined, unread: number): Html {
  const shown = links.filter(({ adminOnly }) => !adminOnly || role === 'admin');
  return html`<button type="button" class="menu-button" aria-expanded="false" aria-controls="menu">
      Danh mục${unread > 0 && unreadMark(unread)}
    </button>
    <nav class="menu" id="menu" aria-label="Trang biên tập">
      <ul>
        ${shown.map(
          ({ address, words }) =>
            html`<li>
              <a href="${address}" ${address === current && html`aria-current="page"`}
                >${words}${address === noticesAddress && unread > 0 && unreadMark(unread)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <form class="who" method="post" action="/admin/dang-xuat/">
      <span>${name}</span><button class="quiet">Đăng xuất</button>
    </form>`;
}

function unreadMark(unread: number): Html {
  return html` <strong>(${unread}<span class="hidden">&nbsp;chưa đọc</span>)</strong>`;
}
