/** What the fields of an account may hold. */
import { isSlug } from '#src/schema/slug.ts';
import { Refusal } from '../http/errors.ts';

/** One login has one spelling: upper and lower case, and ways to write a letter, make no difference. */
export function normalizeLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** A login as it is stored; refuses what cannot be one. */
export function plainLogin(login: string): string {
  const plain = normalizeLogin(login);
  if (/^[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?$/.test(plain)) return plain;
  throw new Refusal(
    422,
    'bad-login',
    `Tên đăng nhập “${login}” không dùng được. Hãy dùng chữ không dấu, chữ số, dấu chấm, gạch nối, tối đa 32 ký tự.`,
  );
}

/** Names stand in git's records, where the refused characters separate the parts. */
export function plainName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain !== '' && plain.length <= 80 && !/[<>\p{Cc}]/u.test(plain)) return plain;
  const message = 'Hãy ghi họ tên, tối đa 80 ký tự, không có dấu < > và không xuống dòng.';
  throw new Refusal(422, 'bad-name', message);
}

/** What a person calls a passkey of hers. */
export function plainKeyName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain !== '' && plain.length <= 60 && !/\p{Cc}/u.test(plain)) return plain;
  const message = 'Hãy đặt tên cho khóa, tối đa 60 ký tự. Ví dụ: Điện thoại của tôi.';
  throw new Refusal(422, 'bad-key-name', message);
}

/** Slugs of axes, each once. */
export function plainAxes(axes: readonly string[]): string[] {
  const wrong = axes.find((axis) => !isSlug(axis));
  if (wrong === undefined) return [...new Set(axes)];
  const message = `Mã trục “${wrong}” không đúng dạng. Mã đúng là phần cuối địa chỉ trang của trục.`;
  throw new Refusal(422, 'bad-axis', message);
}
