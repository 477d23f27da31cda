/** Whether somebody is who they say: password, second step, limits, and the record of it. */
import { normalizeLogin } from './account-fields.ts';
import type { Account, Accounts } from './accounts.ts';
import type { Audit } from './audit.ts';
import { Refusal } from '../http/errors.ts';
import type { LoginHistory } from './login-history.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { spanWords } from '../machine/span.ts';
import type { Attempt, LoginThrottle } from './throttle.ts';
import { passkeyPlace } from './passkey-place.ts';
import type { PasskeyFailure, Passkeys } from './passkeys.ts';
import { wrongCode, type TwoStep } from './totp.ts';

export interface Credentials {
  login: string;
  password: string;
  /** Code of the second step, for an account that has one. */
  totp?: string | undefined;
  /** A browser's answer to the challenge, for an account that has a passkey. */
  passkey?: unknown;
  /** `Host` of the request: passkeys belong to a name. */
  host: string;
}

/** From where somebody logs in. */
export interface Visitor {
  address: string;
  /** Browser and system in words. */
  device: string;
  /** Random, carried by the browser: the same browser is known by it again. */
  mark: string;
}

/** A refusal after too many wrong guesses, with the seconds to wait. */
export class TooManyLogins extends Refusal {
  readonly seconds: number;

  constructor(seconds: number) {
    const message = `Đăng nhập sai nhiều lần. Hãy chờ ${spanWords(seconds)} rồi thử lại.`;
    super(429, 'too-many-logins', message);
    this.seconds = seconds;
  }
}

/** The password was right; the browser is to answer a challenge with a passkey. */
class PasskeyWanted extends Refusal {
  constructor(challenge: object, mayUseCode: boolean) {
    const message = 'Hãy dùng khóa đăng nhập của bạn.';
    super(401, 'passkey-required', message, [], { passkey: challenge, mayUseCode });
  }
}

interface Doorkeepers {
  accounts: Accounts;
  history: LoginHistory;
  throttle: LoginThrottle;
  twoStep: TwoStep;
  passkeys: Passkeys;
  audit: Audit;
}

export class Authenticator {
  /** Called after a login with a browser that the account's owner has not used before. */
  onNewDevice: (account: Account, visitor: Visitor) => void = () => undefined;
  /** Called when somebody has to wait after too many wrong guesses at an account. */
  onManyFailures: (login: string, address: string) => void = () => undefined;
  readonly #keepers: Doorkeepers;
  /** One at a time: attempts sent together count like attempts sent one after the other. */
  readonly #inTurn: Queue = createQueue();

  constructor(keepers: Doorkeepers) {
    this.#keepers = keepers;
  }

  /**
   * The account whose login, password and second step these are. Refuses with 401 (`wrong-password`,
   * `totp-required`, `wrong-totp`, `passkey-required` with the challenge, `passkey-elsewhere`,
   * `wrong-passkey`), 422 (`no-passkey-here`) or 429 (`too-many-logins`); an account that does not exist is
   * answered in the same words and after the same time as a wrong password.
   */
  logIn(credentials: Credentials, visitor: Visitor): Promise<Account> {
    const { address, mark } = visitor;
    return this.#inTurn(async () => {
      const { history, audit } = this.#keepers;
      const account = await this.#verify(credentials, address);
      const at = new Date();
      const isKnown = history.knowsDevice(account.login, mark, address, at.getTime());
      await history.add(account.login, { at: at.getTime(), address }, mark);
      await audit.record({ at, login: account.login, address, kind: 'login' });
      if (!isKnown) this.onNewDevice(account, visitor);
      return account;
    });
  }

  /**
   * Asks somebody who is logged in for the password and the code of the account once more. Refuses
   * like `logIn`, but with 403: the session goes on.
   */
  confirm(credentials: Credentials, address: string): Promise<Account> {
    return this.#inTurn(() => this.#verify(credentials, address)).catch(asForbidden);
  }

  /** As `confirm`, for what the password alone is enough for. */
  confirmPassword(login: string, password: string, address: string): Promise<Account> {
    return this.#inTurn(async () => {
      const attempt = this.#attempt(login, address);
      const account = await this.#verifyPassword(attempt, password);
      this.#keepers.throttle.succeeded(attempt);
      return account;
    }).catch(asForbidden);
  }

  async #verify(credentials: Credentials, address: string): Promise<Account> {
    const attempt = this.#attempt(credentials.login, address);
    const account = await this.#verifyPassword(attempt, credentials.password);
    await this.#verifySecondStep(attempt, account, credentials);
    this.#keepers.throttle.succeeded(attempt);
    return account;
  }

  /** A passkey or a code, of what the account has; who has both may use either. */
  async #verifySecondStep(
    attempt: Attempt,
    account: Account,
    { totp, passkey, host }: Credentials,
  ): Promise<void> {
    const hasCode = account.totp?.confirmed === true;
    const hasPasskey = account.passkeys.length > 0;
    if (hasCode && (totp || !hasPasskey)) return this.#verifyCode(attempt, account, totp);
    if (hasPasskey) return this.#verifyPasskey(attempt, account, passkey, host);
  }

  async #verifyPassword(attempt: Attempt, password: string): Promise<Account> {
    const { accounts, throttle } = this.#keepers;
    const wait = throttle.passwordWait(attempt);
    if (wait > 0) throw await this.#refuse(attempt, 'phải chờ', new TooManyLogins(wait));
    const account = await accounts.verify(attempt.login, password);
    if (account) return account;
    throttle.wrongPassword(attempt);
    const refusal = new Refusal(401, 'wrong-password', 'Sai tên đăng nhập hoặc mật khẩu.');
    throw await this.#refuse(attempt, 'sai mật khẩu', refusal);
  }

  async #verifyCode(attempt: Attempt, account: Account, code: string | undefined): Promise<void> {
    const { throttle, twoStep } = this.#keepers;
    if (!code) {
      const message = 'Hãy nhập mã sáu số đang hiện trong ứng dụng xác thực.';
      throw new Refusal(401, 'totp-required', message);
    }
    await this.#assertNoWait(attempt, 'mã hai bước');
    if (await twoStep.accepts(account, code)) return;
    throttle.wrongCode(attempt);
    throw await this.#refuse(attempt, 'đúng mật khẩu, sai mã hai bước', wrongCode(401));
  }

  async #verifyPasskey(
    attempt: Attempt,
    account: Account,
    answer: unknown,
    host: string,
  ): Promise<void> {
    const { throttle, passkeys } = this.#keepers;
    const place = passkeyPlace(host);
    await this.#assertNoWait(attempt, 'khóa đăng nhập');
    if (!answer) {
      const mayUseCode = account.totp?.confirmed === true;
      throw new PasskeyWanted(await passkeys.challenge(account, place), mayUseCode);
    }
    const failure = await passkeys.check(account, place, answer);
    if (!failure) return;
    throttle.wrongCode(attempt);
    const { record, message } = failedPasskey[failure];
    const refusal = new Refusal(401, 'wrong-passkey', message);
    throw await this.#refuse(attempt, `đúng mật khẩu, ${record}`, refusal);
  }

  /** Refuses while wrong second steps have to be waited for. */
  async #assertNoWait(attempt: Attempt, step: string): Promise<void> {
    const wait = this.#keepers.throttle.codeWait(attempt);
    if (wait > 0) throw await this.#refuse(attempt, `phải chờ, ${step}`, new TooManyLogins(wait));
  }

  #attempt(login: string, address: string): Attempt {
    const plain = normalizeLogin(login);
    return {
      login: plain,
      address,
      isKnown: this.#keepers.history.knows(plain, address, Date.now()),
    };
  }

  /** Puts the failure into the record and gives the refusal back. */
  async #refuse({ login, address }: Attempt, detail: string, refusal: Refusal): Promise<Refusal> {
    const { accounts, audit } = this.#keepers;
    // What is typed as an unknown login may be somebody's password: it is not written down.
    const known = (await accounts.all()).find((account) => account.login === login);
    const note = known ? known.closed !== undefined && 'tài khoản đã đóng' : 'không có tên này';
    await audit.recordStranger({
      at: new Date(),
      login: known?.login,
      address,
      kind: 'login-failed',
      detail: note ? `${detail}, ${note}` : detail,
    });
    if (known && refusal instanceof TooManyLogins) this.onManyFailures(login, address);
    return refusal;
  }
}

const failedPasskey: Record<PasskeyFailure, { record: string; message: string }> = {
  wrong: {
    record: 'sai khóa đăng nhập',
    message: 'Khóa đăng nhập không đúng hoặc đã quá 5 phút. Hãy bấm Đăng nhập lần nữa.',
  },
  copied: {
    record: 'số đếm của khóa đăng nhập lùi lại, có thể khóa đã bị sao chép',
    message:
      'Khóa đăng nhập này có dấu hiệu đã bị sao chép nên không dùng được nữa. Hãy dùng khóa khác và báo quản trị.',
  },
};

function asForbidden(error: unknown): never {
  if (!(error instanceof Refusal) || error.status !== 401) throw error;
  const isPassword = error.code === 'wrong-password';
  throw new Refusal(403, error.code, isPassword ? 'Mật khẩu không đúng.' : error.message);
}
