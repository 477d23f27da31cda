/**
 * Encrypted backups in the format of age (https://age-encryption.org/v1), which the program `age` opens
 * too: the server knows the public key alone, so that whoever takes its disk cannot read old backups.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** How every encrypted file begins. */
export const encryptedStart = 'age-encryption.org/v1';

/** Writes a new secret key to a file that is not there yet; returns the public key. */
export async function writeNewKey(path: string): Promise<string> {
  const secret = await generateX25519Identity();
  const recipient = await identityToRecipient(secret);
  await writeFile(path, `# public key: ${recipient}\n${secret}\n`, { flag: 'wx', mode: 0o600 });
  return recipient;
}

/** The secret key in a file that `writeNewKey` or `age-keygen` wrote. */
export async function readKey(path: string): Promise<string> {
  const found = /^AGE-SECRET-KEY-1\w+$/m.exec(await readFile(path, 'utf8'));
  if (found) return found[0];
  throw new Error(`Tệp ${path} không có khóa bí mật (dòng AGE-SECRET-KEY-1…).`);
}

/** The stream, readable by the holder of the secret key alone. */
export async function encrypt(plain: Readable, recipient: string): Promise<Readable> {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new Error(`${recipient} không phải khóa công khai (age1…).`, { cause });
  }
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** The stream as it was. */
export async function decrypt(secret: Readable, key: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(secret)));
  } catch (cause) {
    throw new Error('Khóa này không mở được bản sao lưu. Hãy dùng đúng khóa bí mật.', { cause });
  }
}

// Node's types and the browser's know the same streams by two names.
const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as unknown as NodeWebStream<Uint8Array>);
