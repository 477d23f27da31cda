/**
 * The second step of a login by passkeys (WebAuthn, level 3): a key in the person's phone, computer or
 * stick answers a challenge, for the name under which the server is reached and for no other.
 */
import { createHash } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Refusal } from '../http/errors.ts';
import type { Account, Accounts, Passkey } from './accounts.ts';
import { plainKeyName } from './account-fields.ts';
import { issuer } from './issuer.ts';
import type { PasskeyPlace } from './passkey-place.ts';

const mostPasskeys = 10;

/** Ed25519, ES256, RS256 (COSE): every Node.js that runs this server can check them. */
const algorithms = [-8, -7, -257];

/** How long a challenge waits for its answer, in milliseconds. */
const challengeMilliseconds = 5 * 60 * 1000;

/** Why an answer does not count; `copied`: its counter is not past the one that was seen. */
export type PasskeyFailure = 'wrong' | 'copied';

type Purpose = 'register' | 'log-in';

interface Asked {
  challenge: string;
  /** Milliseconds of `performance.now()`, which no setting of the clock moves. */
  until: number;
}

export class Passkeys {
  readonly #accounts: Accounts;
  readonly #now: () => number;
  /** The open challenge of each person, purpose and place: the newest alone, for one answer. */
  readonly #asked = new Map<string, Asked>();

  /** `now` gives the time in milliseconds. */
  constructor(accounts: Accounts, now: () => number = Date.now) {
    this.#accounts = accounts;
    this.#now = now;
  }

  /** What a browser needs to make a new passkey for an account at a place. */
  async offer(account: Account, place: PasskeyPlace) {
    if (account.passkeys.length >= mostPasskeys) throw tooMany();
    const { generateRegistrationOptions } = await library();
    const options = await generateRegistrationOptions({
      rpName: issuer,
      rpID: place.name,
      userName: account.login,
      userDisplayName: account.name,
      userID: handleOf(account.login, place),
      supportedAlgorithmIDs: algorithms,
      attestationType: 'none',
      timeout: challengeMilliseconds,
      excludeCredentials: keysAt(account, place).map(described),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    this.#ask('register', account.login, place, options.challenge);
    return options satisfies PublicKeyCredentialCreationOptionsJSON;
  }

  /** Takes a new passkey in under a name; refuses with 422 what does not answer the challenge. */
  async add(account: Account, place: PasskeyPlace, name: string, response: unknown): Promise<void> {
    const plain = plainKeyName(name);
    const { verifyRegistrationResponse } = await library();
    const verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.#take('register', account.login, place, challenge),
      expectedOrigin: [...place.origins],
      expectedRPID: place.name,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: false,
    }).catch(() => undefined);
    if (!verified?.verified) throw notTaken();
    const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
    const passkey: Passkey = {
      id,
      name: plain,
      place: place.name,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports ?? [],
      added: this.#now(),
    };
    await this.#accounts.update(account.login, (now) => {
      if (now.passkeys.length >= mostPasskeys) throw tooMany();
      return { ...now, passkeys: [...now.passkeys.filter((one) => one.id !== id), passkey] };
    });
  }

  /**
   * What a browser needs to ask for a passkey of the account. Refuses with 401 (`passkey-elsewhere`)
   * where none of them works.
   */
  async challenge(account: Account, place: PasskeyPlace) {
    const usable = keysAt(account, place);
    if (usable.length === 0) throw elsewhere(account, place);
    const { generateAuthenticationOptions } = await library();
    const options = await generateAuthenticationOptions({
      rpID: place.name,
      timeout: challengeMilliseconds,
      allowCredentials: usable.map(described),
      // The password came first: a stick without a PIN of its own is a second thing all the same.
      userVerification: 'preferred',
    });
    this.#ask('log-in', account.login, place, options.challenge);
    return options satisfies PublicKeyCredentialRequestOptionsJSON;
  }

  /** Whether a browser's answer is right; notes the use. `undefined`: it is. */
  async check(
    account: Account,
    place: PasskeyPlace,
    response: unknown,
  ): Promise<PasskeyFailure | undefined> {
    const { id } = (response ?? {}) as { id?: unknown };
    const passkey = keysAt(account, place).find((one) => one.id === id);
    if (!passkey) return 'wrong';
    const { verifyAuthenticationResponse } = await library();
    const verified = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => this.#take('log-in', account.login, place, challenge),
      expectedOrigin: [...place.origins],
      expectedRPID: place.name,
      // The counter is looked at below, where a copy is told apart from a wrong answer.
      credential: { ...described(passkey), publicKey: keyOf(passkey), counter: 0 },
      requireUserVerification: false,
    }).catch(() => undefined);
    if (!verified?.verified) return 'wrong';
    const { newCounter } = verified.authenticationInfo;
    // Keys that are carried from device to device count nothing and always say 0.
    const isCopied = (newCounter > 0 || passkey.counter > 0) && newCounter <= passkey.counter;
    if (isCopied) return 'copied';
    const used = this.#now();
    await this.#change(account.login, passkey.id, (one) => ({
      ...one,
      counter: newCounter,
      used,
    }));
    return undefined;
  }

  async rename(login: string, id: string, name: string): Promise<void> {
    const plain = plainKeyName(name);
    await this.#change(login, id, (passkey) => ({ ...passkey, name: plain }));
  }

  /** Removes one; returns its name. */
  async remove(login: string, id: string): Promise<string> {
    let name = '';
    await this.#change(login, id, (passkey) => {
      ({ name } = passkey);
      return undefined;
    });
    return name;
  }

  #change(
    login: string,
    id: string,
    change: (passkey: Passkey) => Passkey | undefined,
  ): Promise<void> {
    return this.#accounts.update(login, (account) => {
      if (!account.passkeys.some((one) => one.id === id)) {
        throw new Refusal(404, 'unknown-passkey', 'Không có khóa này. Có thể nó đã được gỡ.');
      }
      const passkeys = account.passkeys.flatMap((one) =>
        one.id === id ? (change(one) ?? []) : one,
      );
      return { ...account, passkeys };
    });
  }

  #ask(purpose: Purpose, login: string, place: PasskeyPlace, challenge: string): void {
    const until = performance.now() + challengeMilliseconds;
    this.#asked.set(`${purpose} ${login} ${place.name}`, { challenge, until });
  }

  /** Uses up the open challenge; whether it is the one that was answered, in time. */
  #take(purpose: Purpose, login: string, place: PasskeyPlace, challenge: string): boolean {
    const key = `${purpose} ${login} ${place.name}`;
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    return asked !== undefined && asked.challenge === challenge && performance.now() < asked.until;
  }
}

/** Loaded when somebody first uses a passkey: it is large, and most servers start without. */
function library() {
  return import('@simplewebauthn/server');
}

function keysAt({ passkeys }: Account, { name }: PasskeyPlace): Passkey[] {
  return passkeys.filter(({ place }) => place === name);
}

function described({ id, transports }: Passkey) {
  return { id, transports };
}

function keyOf({ publicKey }: Passkey): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(publicKey, 'base64url'));
}

/**
 * Names the account to the device without telling it anything; the same each time, so that a passkey
 * made anew takes the place of one that was removed here and is still on the device.
 */
function handleOf(login: string, { name }: PasskeyPlace): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(`${name} ${login}`).digest());
}

function elsewhere({ passkeys }: Account, place: PasskeyPlace): Refusal {
  const names = [...new Set(passkeys.map((one) => one.place))].join(', ');
  const message = `Tài khoản này cần khóa đăng nhập, và khóa được tạo ở địa chỉ ${names}, không dùng được ở ${place.name}. Hãy mở trang biên tập ở địa chỉ ấy; mất khóa thì nhờ quản trị gỡ.`;
  return new Refusal(401, 'passkey-elsewhere', message);
}

function tooMany(): Refusal {
  const message = `Mỗi tài khoản có tối đa ${mostPasskeys} khóa. Hãy gỡ khóa không dùng nữa.`;
  return new Refusal(409, 'too-many-passkeys', message);
}

function notTaken(): Refusal {
  const message = 'Chưa thêm được khóa: câu trả lời của thiết bị không đúng hoặc đã quá 5 phút.';
  return new Refusal(422, 'wrong-passkey', `${message} Hãy làm lại.`);
}
