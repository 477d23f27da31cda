/** Where notices go beside the CMS: MAIL_URL with MAIL_FROM, WEBHOOK_URL with WEBHOOK_SECRET. */
import { isLoopback } from '../http/loopback.ts';

export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`); else as soon as the server offers it. */
  secure: boolean;
  user?: string;
  password?: string;
  /** Sender, as an address or `Tên <địa chỉ>`. */
  from: string;
}

export interface HookSettings {
  url: string;
  /** Key of the signature. */
  secret: string;
}

export interface NoticeSettings {
  mail?: MailSettings;
  hook?: HookSettings;
}

type Env = Readonly<Record<string, string | undefined>>;

const ports = { 'smtp:': 587, 'smtps:': 465 } as const;
const addressForm = /^[^\s<>@,;"]+@[^\s<>@,;"]+$/;
const secretLength = 16;

/** Reads the variables; throws naming the one that is wrong, and never with what it holds of secrets. */
export function readNoticeSettings(env: Env): NoticeSettings {
  const mail = env['MAIL_URL'] ? readMail(env['MAIL_URL'], env) : undefined;
  const hook = env['WEBHOOK_URL'] ? readHook(env['WEBHOOK_URL'], env) : undefined;
  if ((mail ?? hook) && !env['SITE_URL']) {
    const name = mail ? 'MAIL_URL' : 'WEBHOOK_URL';
    throw new Error(`Có ${name} thì phải đặt SITE_URL, để lời báo dẫn được về trang.`);
  }
  return { ...(mail && { mail }), ...(hook && { hook }) };
}

function readMail(text: string, env: Env): MailSettings {
  const url = URL.parse(text);
  const protocol = url?.protocol;
  if (!url || (protocol !== 'smtp:' && protocol !== 'smtps:') || !url.hostname) {
    throw new Error(
      'MAIL_URL không đúng dạng. Ví dụ: smtps://ten:mat-khau@mail.phuong.example:465 (ký tự lạ trong mật khẩu viết dạng %40).',
    );
  }
  const from = env['MAIL_FROM'] ?? '';
  if (!isSender(from)) {
    throw new Error(
      `MAIL_FROM=${from} không phải địa chỉ gửi. Ví dụ: bien-tap@phuong.example hoặc Biên tập <bien-tap@phuong.example>`,
    );
  }
  const [user, password] = [url.username, url.password].map(decoded);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || ports[protocol]),
    secure: protocol === 'smtps:',
    ...(user && { user, password: password ?? '' }),
    from,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The error of `decodeURIComponent` is for programmers, and may quote the password.
    throw new Error(
      'MAIL_URL: tên hoặc mật khẩu có dấu % đứng riêng. Hãy viết dấu % thành %25 trong địa chỉ này.',
    );
  }
}

function isSender(text: string): boolean {
  const [, address = text] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text) ?? [];
  return isMailAddress(address);
}

/** Whether a text can be somebody's address; only a mail that arrives shows that it is. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && addressForm.test(text) && !/\p{Cc}/u.test(text);
}

function readHook(text: string, env: Env): HookSettings {
  const url = URL.parse(text);
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username || url.password) {
    throw new Error(
      'WEBHOOK_URL không đúng dạng. Hãy đặt một địa chỉ https://, không có tên và mật khẩu; http:// chỉ dùng được với chính máy này.',
    );
  }
  const secret = env['WEBHOOK_SECRET'] ?? '';
  if (secret.length < secretLength) {
    throw new Error(
      `WEBHOOK_SECRET phải có ít nhất ${secretLength} ký tự: bên nhận dùng nó để biết tin là của máy chủ này.`,
    );
  }
  return { url: url.href, secret };
}
