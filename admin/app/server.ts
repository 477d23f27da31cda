/** Calls to the editorial server, same origin, with its words for what went wrong. */
import { formAt } from './navigation.ts';

/** What the server refused and why, in Vietnamese. */
export class ServerError extends Error {
  /** Empty: Decap prints an error as “name: message”, and editors need the message alone. */
  override name = '';

  readonly status: number;
  /** Name of the reason, for machines. */
  readonly code: string | undefined;
  /** Id of the text that the server kept although it could not be saved. */
  readonly kept: string | undefined;
  /** What a passkey is to answer before the login goes on. */
  readonly passkey: object | undefined;
  /** Whether a code of the second step would do as well. */
  readonly mayUseCode: boolean;

  constructor(
    message: string,
    status: number,
    { code, kept, passkey, mayUseCode = false }: Partial<Answer> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.kept = kept;
    this.passkey = passkey;
    this.mayUseCode = mayUseCode;
  }
}

/** What an answer that refuses says. */
interface Answer {
  error: string;
  code: string;
  kept: string;
  passkey: object;
  mayUseCode: boolean;
}

interface CallOptions {
  /** Whether to ask for a login when the session has ended, and then go on. Default: yes. */
  askLogin?: boolean;
  /** Whether the request goes on when the page closes. Default: no. */
  keepAlive?: boolean;
}

type AskLogin = () => Promise<boolean>;
let askLogin: AskLogin = () => Promise.resolve(false);

/** Sets what is done when the session has ended; it resolves with whether there is a new one. */
export function onSessionEnd(ask: AskLogin): void {
  askLogin = ask;
}

export function get(path: string, options?: CallOptions): Promise<unknown> {
  return call(path, { method: 'GET' }, options);
}

export function post(path: string, body: unknown, options?: CallOptions): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) }, options);
}

const isForm = () => formAt(window.location.href) !== undefined;

/** What befalls a form must say of its text, too. */
const words = {
  unreachable: () =>
    isForm()
      ? 'Không kết nối được máy chủ. Nội dung đang viết vẫn còn ở đây: hãy kiểm tra mạng rồi thử lại.'
      : 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  ended: () =>
    isForm()
      ? 'Phiên làm việc đã hết. Nội dung đang viết vẫn còn ở đây: hãy bấm Lưu và đăng nhập lại.'
      : 'Phiên làm việc đã hết. Hãy tải lại trang và đăng nhập lại.',
};

/** The answer's JSON (`null` when empty). Throws `ServerError`, status 0 when nothing answered. */
async function call(path: string, init: RequestInit, options: CallOptions = {}): Promise<unknown> {
  const response = await fetch(path, {
    ...init,
    credentials: 'same-origin',
    keepalive: options.keepAlive === true,
  }).catch(() => {
    throw new ServerError(words.unreachable(), 0);
  });
  const answer = parse(await response.text());
  if (response.ok) return answer;
  const isEnded = response.status === 401 && path !== '/api/login';
  if (isEnded && options.askLogin !== false && (await askLogin())) return call(path, init, options);
  const refusal = (answer ?? {}) as Partial<Answer>;
  throw new ServerError(
    messageOf(response.status, isEnded, refusal.error),
    response.status,
    refusal,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A gateway in between may answer in HTML; the status then says what there is to say.
    return null;
  }
}

function messageOf(status: number, isEnded: boolean, error: string | undefined): string {
  if (isEnded) {
    return words.ended();
  }
  if (error) return error;
  if (status === 413) return 'Nội dung gửi lên lớn quá. Hãy dùng ảnh nhỏ hơn rồi lưu lại.';
  return `Máy chủ không làm được việc này (mã ${status}). Hãy thử lại sau ít phút.`;
}
