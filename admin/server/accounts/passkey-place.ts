/** Where a passkey works: it belongs to one host name, and browsers make none for an address in numbers. */
import { isIP } from 'node:net';
import { Refusal } from '../http/errors.ts';
import { isLoopback } from '../http/loopback.ts';

export interface PasskeyPlace {
  /** Host name under which the server is reached: the “relying party” of WebAuthn. */
  name: string;
  /** From which pages an answer may come. */
  origins: readonly string[];
}

/**
 * The place of a request by its `Host`, which the guard has checked against the allowed names. Refuses
 * with 422 (`no-passkey-here`) an address that no passkey can belong to.
 */
export function passkeyPlace(host: string): PasskeyPlace {
  const { hostname } = new URL(`http://${host}`);
  const advice = passkeyAdvice(host);
  if (advice !== undefined) throw new Refusal(422, 'no-passkey-here', advice);
  // Browsers make passkeys on safe lines alone; a machine's own `localhost` is one.
  const plain = hostname === 'localhost' ? [`http://${host}`] : [];
  return { name: hostname, origins: [`https://${host}`, ...plain] };
}

/** Where to go instead, when no passkey works at this `Host`; `undefined` when one does. */
export function passkeyAdvice(host: string): string | undefined {
  const { hostname, port } = new URL(`http://${host}`);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return undefined;
  const words = `Trình duyệt không dùng khóa đăng nhập ở địa chỉ bằng số ${hostname}.`;
  return isLoopback(hostname)
    ? `${words} Hãy mở http://localhost${port && `:${port}`}/admin/dang-nhap/ trên chính máy này.`
    : `${words} Hãy mở trang biên tập bằng tên miền, qua https.`;
}
