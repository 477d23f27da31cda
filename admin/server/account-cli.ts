/** `npm run account -- <command> …`: the accounts of a data folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { normalizeLogin } from './accounts/account-fields.ts';
import type { Account, Accounts, User } from './accounts/accounts.ts';
import type { AuditKind } from './accounts/audit.ts';
import { unknownSlugs } from './content/known-slugs.ts';
import { Git } from './git/git.ts';
import { Refusal } from './http/errors.ts';
import { openDataDir } from './machine/data-access.ts';
import { assertDataVersion } from './machine/data-version.ts';
import { openAccounts, openAudit } from './people/open.ts';
import { roles } from './workflow/rules.ts';
import { readSettings } from './settings.ts';
import { Drafts } from './workflow/drafts.ts';

const usage = `Cách dùng:
  npm run account -- add <tên đăng nhập> --name "Họ và tên" --role editor|approver|admin [--axes mã-trục,mã-trục]
  npm run account -- list
  npm run account -- role <tên đăng nhập> --role editor|approver|admin
  npm run account -- axes <tên đăng nhập> [--axes mã-trục,mã-trục]     (không ghi --axes: mọi trục)
  npm run account -- reset-password <tên đăng nhập>
  npm run account -- totp-off <tên đăng nhập>                          (mất điện thoại và mã dự phòng)
  npm run account -- passkeys-off <tên đăng nhập>                      (mất mọi khóa đăng nhập)
  npm run account -- remove <tên đăng nhập>                            (đóng; tên không dùng cho người khác)
  npm run account -- restore <tên đăng nhập>                           (mở lại cho chính người đó)
editor: biên tập viên; approver: người duyệt; admin: quản trị. Mã trục: phần cuối địa chỉ /truc/…/.`;

/** What a command was given. */
interface Order {
  login: string;
  name?: string | undefined;
  role?: User['role'] | undefined;
  axes: string[];
}

interface Command {
  kind: AuditKind;
  /** Does it and returns what to print. */
  run: (accounts: Accounts, order: Order) => Promise<string>;
}

const once = 'chỉ hiện một lần này';

const commands: Record<string, Command> = {
  add: {
    kind: 'account-added',
    async run(accounts, { login, name, role, axes }) {
      if (!role || !name) throw usageRefusal();
      const password = await accounts.add({ login, name, role, axes });
      return `Đã thêm ${login}. Mật khẩu, ${once}: ${password}`;
    },
  },
  role: {
    kind: 'account-rights',
    async run(accounts, { login, role }) {
      if (!role) throw usageRefusal();
      await accounts.setRights(login, { role });
      return `Vai trò của ${login} từ nay: ${role}.`;
    },
  },
  axes: {
    kind: 'account-rights',
    async run(accounts, { login, axes }) {
      await accounts.setRights(login, { axes });
      return `${login} được duyệt: ${axes.join(', ') || 'mọi trục'}.`;
    },
  },
  'reset-password': {
    kind: 'password-reset',
    run: async (accounts, { login }) =>
      `Mật khẩu mới của ${login}, ${once}: ${await accounts.resetPassword(login)}`,
  },
  'totp-off': {
    kind: 'totp-off',
    async run(accounts, { login }) {
      await accounts.turnOffTotp(login);
      return `Đã tắt mã hai bước của ${login}.`;
    },
  },
  'passkeys-off': {
    kind: 'passkey-removed',
    async run(accounts, { login }) {
      await accounts.takePasskeys(login);
      return `Đã gỡ mọi khóa đăng nhập của ${login}. Người này được báo trong vòng 10 phút.`;
    },
  },
  remove: {
    kind: 'account-closed',
    async run(accounts, { login }) {
      await accounts.close(login);
      return `Đã đóng tài khoản ${login}. Những gì người này đã viết vẫn còn.`;
    },
  },
  restore: {
    kind: 'account-reopened',
    run: async (accounts, { login }) =>
      `Đã mở lại ${login}. Mật khẩu mới, ${once}: ${await accounts.reopen(login)}`,
  },
};

try {
  const { dataDir } = readSettings(process.env);
  await openDataDir(dataDir);
  await assertDataVersion(dataDir);
  console.log(await run(dataDir, process.argv.slice(2)));
} catch (error) {
  endWithError(error, usage);
}

/** Carries out one command and returns what to print; refuses a wrong one with the usage. */
async function run(dataDir: string, args: string[]): Promise<string> {
  const accounts = openAccounts(dataDir);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' }, axes: { type: 'string' } },
  });
  const [name = '', login = ''] = positionals;
  if (name === 'list')
    return (await accounts.all()).map(line).join('\n') || 'Chưa có tài khoản nào.';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const role = roles.find((known) => known === values.role);
  if (!command || login === '' || (values.role !== undefined && !role)) throw usageRefusal();
  const axes = (values.axes ?? '').split(',').flatMap((axis) => axis.trim() || []);
  await assertAxes(dataDir, axes);
  const words = await command.run(accounts, { login, name: values.name, role, axes });
  const given = [normalizeLogin(login), ...(role ? [role] : []), ...axes];
  const detail = `${given.join(' ')} (bằng lệnh trên máy chủ)`;
  await openAudit(dataDir).record({ at: new Date(), kind: command.kind, detail });
  return words;
}

/** Refuses an axis that is not published: whoever may decide on it alone could decide on nothing. */
async function assertAxes(dataDir: string, axes: readonly string[]): Promise<void> {
  const repository = join(dataDir, 'repository.git');
  // Accounts may be there before the first start, which brings the content.
  if (axes.length === 0 || !existsSync(repository)) return;
  const git = new Git(repository);
  const problem = await unknownSlugs(new Drafts(git), 'axis', axes).finally(() => git.close());
  if (problem !== undefined) throw new Refusal(422, 'unknown-axis', `--axes: ${problem}`);
}

function line({ login, role, name, axes, totp, passkeys, closed }: Account): string {
  const notes = [
    ...(axes.length > 0 ? [`trục: ${axes.join(', ')}`] : []),
    ...(totp?.confirmed ? ['mã hai bước'] : []),
    ...(passkeys.length > 0 ? [`${passkeys.length} khóa đăng nhập`] : []),
    ...(closed !== undefined ? ['đã đóng'] : []),
  ];
  return [login.padEnd(16), role.padEnd(9), name, notes.length > 0 && `(${notes.join('; ')})`]
    .filter(Boolean)
    .join(' ');
}

function usageRefusal(): Refusal {
  return new Refusal(422, 'usage', usage);
}
