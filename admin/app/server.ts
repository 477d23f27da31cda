/** Calls to the editorial server, same origin, with its words for what went wrong. */

/** What the server refused and why, in Vietnamese. */
export class ServerError extends Error {
  /** Empty: Decap prints an error as “name: message”, and editors need the message alone. */
  override name = '';

  readonly status: number;
  /** Name of the reason, for machines. */
  readonly code: string | undefined;

  constructor(message: string, status: number, code?: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const sessionEnded =
  'Phiên làm việc đã hết. Nội dung đang viết vẫn còn ở đây: hãy mở /admin/ ở một thẻ khác, đăng nhập lại, rồi quay về bấm Lưu.';

export function get(path: string): Promise<unknown> {
  return call(path, { method: 'GET' });
}

export function post(path: string, body: unknown): Promise<unknown> {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The answer's JSON (`null` when empty). Throws `ServerError`, status 0 when nothing answered. */
async function call(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new ServerError(
      'Không kết nối được máy chủ. Nội dung đang viết vẫn còn ở đây: hãy kiểm tra mạng rồi thử lại.',
      0,
    );
  });
  const text = await response.text();
  const answer = parse(text);
  if (response.ok) return answer;
  const { error, code } = (answer ?? {}) as { error?: string; code?: string };
  throw new ServerError(messageOf(response.status, path, error), response.status, code);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A gateway in between may answer in HTML; the status then says what there is to say.
    return null;
  }
}

function messageOf(status: number, path: string, error: string | undefined): string {
  if (status === 401 && path !== '/api/login') return sessionEnded;
  if (error) return error;
  if (status === 413) return 'Nội dung gửi lên lớn quá. Hãy dùng ảnh nhỏ hơn rồi lưu lại.';
  return `Máy chủ không làm được việc này (mã ${status}). Hãy thử lại sau ít phút.`;
}
