/** The people who may log in: `accounts.json` in the data folder. */
import { z } from 'zod';
import { normalizeLogin, plainAxes, plainLogin, plainName } from './account-fields.ts';
import { Refusal } from '../http/errors.ts';
import type { Person } from '../git/git.ts';
import { writeJson } from '../machine/json-file.ts';
import { assertOwnPassword, hashPassword, makePassword, passwordMatches } from './password.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { roles, type Role } from '../workflow/rules.ts';
import { readStored } from '../machine/stored.ts';

export interface User {
  login: string;
  name: string;
  role: Role;
  /** Slugs of the axes whose changes an approver may decide on; empty for all. */
  axes: readonly string[];
}

const passkeyRule = z.object({
  /** The browser's name for it, base64url. */
  id: z.string(),
  /** What its owner calls it. */
  name: z.string(),
  /** Host name under which it was made, and works. */
  place: z.string(),
  /** COSE key, base64url. */
  publicKey: z.string(),
  /** Uses that the device has counted; 0 for one that does not count. */
  counter: z.number(),
  /** By which ways browsers reach it. */
  transports: z.array(z.string()),
  /** Times in milliseconds. */
  added: z.number(),
  used: z.number().optional(),
});

export type Passkey = z.infer<typeof passkeyRule>;

const accountRule = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  axes: z.array(z.string()).default([]),
  password: z.string(),
  /** When the password was set, in milliseconds: older sessions end. */
  passwordSet: z.number(),
  /** Whether the password was handed out by somebody else and should be changed. */
  passwordHandedOut: z.boolean().default(false),
  /** The second step of the login; asked for once a first code has confirmed it. */
  totp: z
    .object({ secret: z.string(), confirmed: z.boolean(), recovery: z.array(z.string()) })
    .optional(),
  /** Each is a second step of the login; with one of them the password alone is not enough. */
  passkeys: z.array(passkeyRule).default([]),
  /** When an administrator took all passkeys away, in milliseconds. */
  passkeysTaken: z.number().optional(),
  /** When the account was closed, in milliseconds. Its login is never given to somebody else. */
  closed: z.number().optional(),
});

export type Account = z.infer<typeof accountRule>;

const addressDomain = 'users.noreply.invalid';

/** How a user is named in git. The address is made of the login and reaches nobody. */
export function personOf({ login, name }: Pick<User, 'login' | 'name'>): Person {
  return { name, email: `${login}@${addressDomain}` };
}

/** The login in an address that `personOf` made; `undefined` for any other address. */
export function loginIn(email: string): string | undefined {
  const suffix = `@${addressDomain}`;
  return email.endsWith(suffix) ? email.slice(0, -suffix.length) : undefined;
}

export class Accounts {
  readonly #path: string;
  readonly #write: Queue = createQueue();
  /** Compared with when there is no such account, so that both answers take as long. */
  readonly #noPassword = hashPassword(makePassword());

  constructor(path: string) {
    this.#path = path;
  }

  /** Every account, also the closed ones. Read anew each time: the command may have changed it. */
  all(): Promise<Account[]> {
    return readStored(this.#path, z.array(accountRule), []);
  }

  /** The accounts that may log in. */
  async list(): Promise<Account[]> {
    return (await this.all()).filter(isOpen);
  }

  async find(login: string): Promise<Account | undefined> {
    const wanted = normalizeLogin(login);
    return (await this.list()).find((account) => account.login === wanted);
  }

  /** The account when the password is right. */
  async verify(login: string, password: string): Promise<Account | undefined> {
    const account = await this.find(login);
    const right = await passwordMatches(password, account?.password ?? (await this.#noPassword));
    return right ? account : undefined;
  }

  /** Adds an account and returns its password, which is stored nowhere in the clear. */
  async add({ login, name, role, axes }: User): Promise<string> {
    const user = { login: plainLogin(login), name: plainName(name), role, axes: plainAxes(axes) };
    const { password, fields } = await handedOut();
    await this.#change((accounts) => {
      const taken = accounts.find((account) => account.login === user.login);
      if (taken) throw loginTaken(taken);
      return [...accounts, { ...user, ...fields, passkeys: [] }];
    });
    return password;
  }

  /** Changes what a person may do; the next request is judged by it. */
  async setRights(login: string, { role, axes }: Partial<Pick<User, 'role' | 'axes'>>) {
    const fields = { ...(role && { role }), ...(axes && { axes: plainAxes(axes) }) };
    await this.update(login, (account) => ({ ...account, ...fields }));
  }

  /** Closes an account: nobody logs in with it again, and nobody else gets its login. */
  async close(login: string): Promise<void> {
    await this.update(login, (account) => ({
      ...withoutTotp(account),
      passkeys: [],
      closed: Date.now(),
    }));
  }

  /** Opens a closed account again for the same person; returns its new password. */
  async reopen(login: string): Promise<string> {
    const { password, fields } = await handedOut();
    await this.#changeOne(login, ({ closed, ...account }) => {
      if (closed !== undefined) return { ...account, ...fields };
      throw new Refusal(409, 'not-closed', `Tài khoản “${login}” đang mở.`);
    });
    return password;
  }

  /** Gives the account a new password and ends its sessions. */
  async resetPassword(login: string): Promise<string> {
    const { password, fields } = await handedOut();
    await this.update(login, (account) => ({ ...account, ...fields }));
    return password;
  }

  /** Sets the password that its owner chose and ends the account's sessions. */
  async setPassword(login: string, password: string): Promise<void> {
    assertOwnPassword(password, login);
    const fields = { ...(await secretOf(password)), passwordHandedOut: false };
    await this.update(login, (account) => ({ ...account, ...fields }));
  }

  /** Turns the second step of the login off. */
  async turnOffTotp(login: string): Promise<void> {
    await this.update(login, withoutTotp);
  }

  /** Takes every passkey away, for an owner who has lost hers; she is told of it. */
  async takePasskeys(login: string): Promise<void> {
    const passkeysTaken = Date.now();
    await this.update(login, (account) => ({ ...account, passkeys: [], passkeysTaken }));
  }

  /** Replaces an open account in one step; refuses with 404 when there is none. */
  update(login: string, change: (account: Account) => Account): Promise<void> {
    return this.#changeOne(login, (account) => {
      if (isOpen(account)) return change(account);
      throw unknownLogin(login);
    });
  }

  #changeOne(login: string, change: (account: Account) => Account): Promise<void> {
    const wanted = normalizeLogin(login);
    return this.#change((accounts) => {
      if (!accounts.some((account) => account.login === wanted)) throw unknownLogin(login);
      return accounts.map((account) => (account.login === wanted ? change(account) : account));
    });
  }

  #change(change: (accounts: Account[]) => Account[]): Promise<void> {
    return this.#write(async () => {
      const before = await this.all();
      const after = change(before);
      if (before.some(isOpenAdmin) && !after.some(isOpenAdmin)) {
        const message = 'Đây là quản trị duy nhất. Hãy cho một người khác làm quản trị trước.';
        throw new Refusal(409, 'last-admin', message);
      }
      await writeJson(this.#path, after);
    });
  }
}

function isOpen({ closed }: Account): boolean {
  return closed === undefined;
}

function withoutTotp(account: Account): Account {
  const changed = { ...account };
  delete changed.totp;
  return changed;
}

function isOpenAdmin(account: Account): boolean {
  return isOpen(account) && account.role === 'admin';
}

function loginTaken({ login, name, closed }: Account): Refusal {
  const message =
    closed === undefined
      ? `Đã có tài khoản “${login}”.`
      : `Tên “${login}” là của ${name}, tài khoản đã đóng. Hãy chọn tên khác; nếu chính người này trở lại thì mở lại tài khoản.`;
  return new Refusal(409, 'login-taken', message);
}

function unknownLogin(login: string): Refusal {
  return new Refusal(404, 'unknown-login', `Không có tài khoản “${login}”.`);
}

async function secretOf(password: string) {
  return { password: await hashPassword(password), passwordSet: Date.now() };
}

/** A password to be told to the person once. */
async function handedOut() {
  const password = makePassword();
  return { password, fields: { ...(await secretOf(password)), passwordHandedOut: true } };
}
