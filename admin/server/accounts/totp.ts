/** The second step of a login: codes of an authenticator app (RFC 6238), and recovery codes. */
import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Account, Accounts } from './accounts.ts';
import { Refusal } from '../http/errors.ts';
import type { LoginHistory } from './login-history.ts';
import { makePassword } from './password.ts';
import { issuer } from './issuer.ts';

const recoveryCount = 10;

/** What an authenticator app shows as the place where the code is used. */

/** The role decides on what others wrote, so its login may ask for more than a password. */
export function mayUseTotp({ role }: Pick<Account, 'role'>): boolean {
  return role !== 'editor';
}

/** The address that an authenticator app on the same device opens. */
export function totpAddress({ login, totp }: Account): string {
  return appOf(totp?.secret ?? '', login).toString();
}

/** Turns the second step on for an account and checks its codes. */
export class TwoStep {
  readonly #accounts: Accounts;
  readonly #history: LoginHistory;
  readonly #now: () => number;

  /** `now` gives the time in milliseconds. */
  constructor(accounts: Accounts, history: LoginHistory, now: () => number = Date.now) {
    this.#accounts = accounts;
    this.#history = history;
    this.#now = now;
  }

  /** Gives the account a secret that a first code must confirm. */
  async start(login: string): Promise<void> {
    const totp = { secret: new Secret({ size: 20 }).base32, confirmed: false, recovery: [] };
    await this.#accounts.update(login, (account) => {
      if (!mayUseTotp(account)) {
        const message = 'Mã hai bước dành cho người duyệt và quản trị.';
        throw new Refusal(403, 'totp-role', message);
      }
      if (account.totp?.confirmed) {
        throw new Refusal(409, 'totp-on', 'Mã hai bước đang bật. Hãy tắt rồi bật lại.');
      }
      return { ...account, totp };
    });
  }

  /** Turns the second step on when the code is right; returns the recovery codes, stored nowhere. */
  async confirm(account: Account, code: string): Promise<string[]> {
    const { login, totp } = account;
    if (!totp || totp.confirmed || !(await this.#isFreshCode(login, totp.secret, code))) {
      throw wrongCode(422);
    }
    const codes = Array.from({ length: recoveryCount }, makePassword);
    const recovery = codes.map(hashOf);
    await this.#accounts.update(login, (now) => ({
      ...now,
      totp: { secret: totp.secret, confirmed: true, recovery },
    }));
    return codes;
  }

  /** Whether a code of the app, or a recovery code, is right. Each code counts once. */
  async accepts(account: Account, code: string): Promise<boolean> {
    const { login, totp } = account;
    if (!totp?.confirmed) return false;
    return (
      (await this.#isFreshCode(login, totp.secret, code)) ||
      (await this.#useRecovery(login, totp.recovery, code))
    );
  }

  /** The code of this half minute, the one before or the one after, and none that was used. */
  async #isFreshCode(login: string, secret: string, code: string): Promise<boolean> {
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return false;
    const timestamp = this.#now();
    const app = appOf(secret, login);
    const delta = app.validate({ token, timestamp, window: 1 });
    return delta !== null && this.#history.takeTotpStep(login, app.counter({ timestamp }) + delta);
  }

  async #useRecovery(login: string, known: readonly string[], code: string): Promise<boolean> {
    const wanted = hashOf(code.trim().toLowerCase());
    if (!known.includes(wanted)) return false;
    // Looked at again while nobody else writes: each code counts once.
    let isRight = false;
    await this.#accounts.update(login, ({ totp, ...account }) => {
      if (!totp) return account;
      const recovery = totp.recovery.filter((hash) => hash !== wanted);
      isRight = recovery.length < totp.recovery.length;
      return { ...account, totp: { ...totp, recovery } };
    });
    return isRight;
  }
}

/** Says that a code was wrong, in the same words wherever it is asked for. */
export function wrongCode(status: 401 | 422): Refusal {
  const message = 'Mã không đúng hoặc đã dùng. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.';
  return new Refusal(status, 'wrong-totp', message);
}

function appOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret) });
}

/** Recovery codes are as random as a key, so a plain hash keeps them. */
function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
