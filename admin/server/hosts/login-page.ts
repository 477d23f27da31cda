/** The last page of GitHub's login: it answers the CMS that opened the window, and nobody else. */
import { createHash } from 'node:crypto';
import { html } from '../pages/html.ts';

/** The token, or why there is none, in Vietnamese. */
export type LoginResult = { token: string } | { error: string };

/**
 * Decap's handshake: the window says that it is there, the CMS answers, and only then does it get
 * the result. Both directions name the CMS's origin.
 */
const script = `
const data = document.getElementById('result');
const { origin, hello, message } = JSON.parse(data.textContent);
data.remove();
const opener = window.opener;
if (opener) {
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== opener || event.data !== hello) return;
    opener.postMessage(message, origin);
  });
  opener.postMessage(hello, origin);
}
`;

const scriptHash = createHash('sha256').update(script).digest('base64');

/** Options of Helmet for the login's routes. */
export const loginPagePolicy = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': [`'sha256-${scriptHash}'`],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // The window came here over GitHub's pages; any other value would cut it off from the CMS.
  crossOriginOpenerPolicy: { policy: 'unsafe-none' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
};

/** The page as HTML; `origin` is the CMS's. */
export function loginPage(result: LoginResult, origin: string): string {
  const isError = 'error' in result;
  const [kind, content] = isError
    ? ['error', { message: result.error }]
    : ['success', { token: result.token, provider: 'github' }];
  const data = {
    origin,
    hello: 'authorizing:github',
    message: `authorization:github:${kind}:${JSON.stringify(content)}`,
  };
  const words = isError ? result.error : 'Đã đăng nhập. Cửa sổ này sẽ tự đóng.';
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Đăng nhập bằng GitHub</title>
</head>
<body>
${html`<p>${words}</p>`.toString()}
<script type="application/json" id="result">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
