/** Passwords: made for people to copy by hand, kept as argon2id in the PHC string format. */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '../http/errors.ts';

/** OWASP's second choice for argon2id: 19 MiB (in KiB), two passes, one lane. */
const parameters = { memory: 19 * 1024, passes: 2, parallelism: 1 };

/** Letters and digits that are not mistaken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const derive = promisify(argon2);

/** A random password of four groups, some 79 bits. */
export function makePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Shortest and longest password that a person may choose, in characters. */
export const passwordLength = { min: 10, max: 200 };

/** Refuses a password that is too short or too long, and one that is little more than the login. */
export function assertOwnPassword(password: string, login: string): void {
  const { length } = Array.from(password.normalize('NFC'));
  if (length < passwordLength.min || length > passwordLength.max) {
    const message = `Mật khẩu mới phải có từ ${passwordLength.min} đến ${passwordLength.max} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`;
    throw new Refusal(422, 'bad-password', message);
  }
  const plain = password.normalize('NFKC').toLowerCase();
  const isOneLetter = new Set(plain).size < 4;
  if (plain.replaceAll(login, '').length < 4 || isOneLetter) {
    const message =
      'Mật khẩu mới dễ đoán quá: đừng dùng tên đăng nhập hay lặp lại vài ký tự. Một câu ngắn dễ nhớ là tốt nhất.';
    throw new Refusal(422, 'bad-password', message);
  }
}

/** The PHC string of a password with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const { memory, passes, parallelism } = parameters;
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce,
    tagLength: 32,
    ...parameters,
  });
  const settings = `m=${memory},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${settings}$${encode(nonce)}$${encode(tag)}`;
}

/** Whether a password is the one that a PHC string was made of. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc);
  if (!match) throw new Error('Mật khẩu đã lưu không đúng dạng. Hãy đặt lại mật khẩu.');
  const expected = Buffer.from(match[5]!, 'base64');
  const tag = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(match[4]!, 'base64'),
    memory: Number(match[1]),
    passes: Number(match[2]),
    parallelism: Number(match[3]),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
