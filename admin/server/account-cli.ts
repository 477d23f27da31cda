/** `npm run account -- add|list|remove|reset-password …`: the accounts of a data folder. */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Accounts } from './accounts.ts';
import { Refusal } from './errors.ts';
import { roles } from './rules.ts';
import { openAccounts } from './services.ts';
import { readSettings } from './settings.ts';

const usage = `Cách dùng:
  npm run account -- add <tên đăng nhập> --name "Họ và tên" --role editor|approver|admin
  npm run account -- list
  npm run account -- remove <tên đăng nhập>
  npm run account -- reset-password <tên đăng nhập>
editor: biên tập viên; approver: người duyệt; admin: quản trị.`;

try {
  const { dataDir } = readSettings(process.env);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  console.log(await run(openAccounts(dataDir), process.argv.slice(2)));
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? usage : (error as Error).message);
  process.exitCode = 1;
}

/** Carries out one command and returns what to print; refuses a wrong one with the usage. */
async function run(accounts: Accounts, args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' } },
  });
  const [command, login = ''] = positionals;
  if (command === 'list') {
    const lines = (await accounts.list()).map(
      (account) => `${account.login.padEnd(16)} ${account.role.padEnd(9)} ${account.name}`,
    );
    return lines.join('\n') || 'Chưa có tài khoản nào.';
  }
  if (login === '') throw new Refusal(422, 'usage', usage);
  if (command === 'add') {
    const role = roles.find((known) => known === values.role);
    if (!role || !values.name) throw new Refusal(422, 'usage', usage);
    const password = await accounts.add({ login, name: values.name, role });
    return `Đã thêm ${login}. Mật khẩu, chỉ hiện một lần này: ${password}`;
  }
  if (command === 'remove') {
    await accounts.remove(login);
    return `Đã xóa tài khoản ${login}. Những gì người này đã viết vẫn còn.`;
  }
  if (command === 'reset-password') {
    return `Mật khẩu mới của ${login}, chỉ hiện một lần này: ${await accounts.resetPassword(login)}`;
  }
  throw new Refusal(422, 'usage', usage);
}
