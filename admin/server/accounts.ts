/** The people who may log in: `accounts.json` in the data folder. */
import { z } from 'zod';
import { Refusal } from './errors.ts';
import type { Person } from './git.ts';
import { readJson, writeJson } from './json-file.ts';
import { hashPassword, makePassword, passwordMatches } from './password.ts';
import { createQueue, type Queue } from './queue.ts';
import { roles, type Role } from './rules.ts';

export interface User {
  login: string;
  name: string;
  role: Role;
}

const accountRule = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  password: z.string(),
  /** When the password was set, in milliseconds: older sessions end. */
  passwordSet: z.number(),
});

export type Account = z.infer<typeof accountRule>;

const addressDomain = 'users.noreply.invalid';

/** How a user is named in git. The address is made of the login and reaches nobody. */
export function personOf({ login, name }: User): Person {
  return { name, email: `${login}@${addressDomain}` };
}

/** One login has one spelling: upper and lower case, and ways to write a letter, make no difference. */
export function normalizeLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

export class Accounts {
  readonly #path: string;
  readonly #write: Queue = createQueue();
  /** Compared with when there is no such account, so that both answers take as long. */
  readonly #noPassword = hashPassword(makePassword());

  constructor(path: string) {
    this.#path = path;
  }

  /** Read anew each time: the account command may have changed the file. */
  async list(): Promise<Account[]> {
    const parsed = z.array(accountRule).safeParse(await readJson(this.#path, []));
    if (parsed.success) return parsed.data;
    throw new Error(`Tệp ${this.#path} bị hỏng. Hãy khôi phục từ bản sao lưu.`);
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
  async add({ login, name, role }: User): Promise<string> {
    const plainLogin = normalizeLogin(login);
    const plainName = name.normalize('NFC').trim();
    if (!/^[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?$/.test(plainLogin)) {
      throw new Refusal(
        422,
        'bad-login',
        `Tên đăng nhập “${login}” không dùng được. Hãy dùng chữ không dấu, chữ số, dấu chấm, gạch nối, tối đa 32 ký tự.`,
      );
    }
    // Names stand in git's records, where these characters separate the parts.
    if (plainName === '' || /[<>\p{Cc}]/u.test(plainName)) {
      throw new Refusal(422, 'bad-name', 'Hãy ghi họ tên, không có dấu < > và không xuống dòng.');
    }
    const password = makePassword();
    await this.#change(async (accounts) => {
      if (accounts.some((account) => account.login === plainLogin)) {
        throw new Refusal(409, 'login-taken', `Đã có tài khoản “${plainLogin}”.`);
      }
      const account = { login: plainLogin, name: plainName, role, ...(await secret(password)) };
      return [...accounts, account];
    });
    return password;
  }

  async remove(login: string): Promise<void> {
    const { login: known } = await this.#known(login);
    await this.#change((accounts) =>
      Promise.resolve(accounts.filter((account) => account.login !== known)),
    );
  }

  /** Gives the account a new password and ends its sessions. */
  async resetPassword(login: string): Promise<string> {
    const { login: known } = await this.#known(login);
    const password = makePassword();
    const fresh = await secret(password);
    await this.#change((accounts) =>
      Promise.resolve(
        accounts.map((account) => (account.login === known ? { ...account, ...fresh } : account)),
      ),
    );
    return password;
  }

  async #known(login: string): Promise<Account> {
    const account = await this.find(login);
    if (account) return account;
    throw new Refusal(404, 'unknown-login', `Không có tài khoản “${login}”.`);
  }

  #change(change: (accounts: Account[]) => Promise<Account[]>): Promise<void> {
    return this.#write(async () => writeJson(this.#path, await change(await this.list())));
  }
}

async function secret(password: string) {
  return { password: await hashPassword(password), passwordSet: Date.now() };
}
