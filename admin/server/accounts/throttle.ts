/**
 * Slows down the guessing of passwords. Each wrong guess past the free ones makes the next one wait
 * twice as long, mostly for the pair of account and address: who guesses keeps out themselves, not
 * the owner. Limits for a whole account or address are short, and do not count where the owner has
 * logged in before.
 */
import { addressKey } from '../http/address.ts';
import { normalizeLogin } from './account-fields.ts';

export interface Attempt {
  login: string;
  address: string;
  /** Whether the account's owner has logged in from there before. */
  isKnown: boolean;
}

interface Limit {
  /** Wrong guesses before the first wait. */
  free: number;
  /** First and longest wait, in seconds. */
  first: number;
  longest: number;
}

const limits = {
  pair: { free: 5, first: 10, longest: 15 * 60 },
  knownPair: { free: 10, first: 2, longest: 30 },
  account: { free: 30, first: 5, longest: 60 },
  address: { free: 30, first: 10, longest: 5 * 60 },
  /** Wrong codes after the right password: only who knows the password gets here. */
  code: { free: 5, first: 30, longest: 15 * 60 },
} as const satisfies Record<string, Limit>;

/** Wrong guesses are forgotten after this time without another one. */
const memoryMilliseconds = 60 * 60 * 1000;
const mostKeys = 20_000;

interface Failures {
  count: number;
  last: number;
}

export class LoginThrottle {
  readonly #now: () => number;
  /** The one that failed last stands last. */
  readonly #failures = new Map<string, Failures>();

  /** `now` counts milliseconds; no clock that is set keeps anybody out for hours, or lets anybody in. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Seconds to wait before a password is looked at; 0 for none. */
  passwordWait(attempt: Attempt): number {
    const { pair, account, address } = keysOf(attempt);
    if (attempt.isKnown) return this.#wait(pair, limits.knownPair);
    return Math.max(
      this.#wait(pair, limits.pair),
      this.#wait(account, limits.account),
      this.#wait(address, limits.address),
    );
  }

  /** Seconds to wait before a code is looked at; 0 for none. */
  codeWait(attempt: Attempt): number {
    return this.#wait(keysOf(attempt).code, limits.code);
  }

  wrongPassword(attempt: Attempt): void {
    const { pair, account, address } = keysOf(attempt);
    for (const key of [pair, account, address]) this.#count(key);
  }

  wrongCode(attempt: Attempt): void {
    this.#count(keysOf(attempt).code);
  }

  /** Forgets the pair's wrong guesses; those of the account and the address go on counting. */
  succeeded(attempt: Attempt): void {
    const { pair, code } = keysOf(attempt);
    this.#failures.delete(pair);
    this.#failures.delete(code);
  }

  #wait(key: string, { free, first, longest }: Limit): number {
    const failures = this.#failures.get(key);
    if (!failures || this.#isForgotten(failures) || failures.count < free) return 0;
    const seconds = Math.min(longest, first * 2 ** (failures.count - free));
    return Math.max(0, Math.ceil((failures.last + seconds * 1000 - this.#now()) / 1000));
  }

  #count(key: string): void {
    const before = this.#failures.get(key);
    const count = before && !this.#isForgotten(before) ? before.count + 1 : 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, last: this.#now() });
    for (const [oldest, failures] of this.#failures) {
      if (!this.#isForgotten(failures) && this.#failures.size <= mostKeys) break;
      this.#failures.delete(oldest);
    }
  }

  #isForgotten({ last }: Failures): boolean {
    return this.#now() > last + memoryMilliseconds;
  }
}

function keysOf({ login, address }: Attempt) {
  const [who, from] = [normalizeLogin(login), addressKey(address)];
  return {
    pair: `pair ${from} ${who}`,
    account: `account ${who}`,
    address: `address ${from}`,
    code: `code ${who}`,
  };
}
