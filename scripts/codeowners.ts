/**
 * `npm run --silent codeowners -- github|gitlab|forgejo --map login=@name …`: CODEOWNERS on
 * standard output, made of the content and of the accounts in DATA_DIR. Each approver and
 * administrator has one `--map`: the account's login, and the person's name on the git host.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { HostName } from '#admin/host.ts';
import { normalizeLogin } from '#admin/server/accounts/account-fields.ts';
import { makeCodeOwners, type Owner } from '#admin/server/hosts/code-owners.ts';
import { openAccounts } from '#admin/server/people/open.ts';
import { readContent } from '#src/checks/read-content.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { map: { type: 'string', multiple: true, default: [] } },
  });
  const [name = ''] = positionals;
  if (!isHostName(name)) throw new Error('Hãy nói máy chủ git nào: github, gitlab hoặc forgejo.');
  const owners = await readOwners(values.map);
  const content = readContent(resolve(import.meta.dirname, '..'));
  process.stdout.write(makeCodeOwners(name, owners, content));
} catch (error) {
  console.error(`Không làm được CODEOWNERS: ${(error as Error).message}`);
  process.exitCode = 1;
}

function isHostName(text: string): text is HostName {
  return ['github', 'gitlab', 'forgejo'].includes(text);
}

async function readOwners(pairs: readonly string[]): Promise<Owner[]> {
  const accounts = await openAccounts(resolve(process.env.DATA_DIR || 'data')).list();
  return pairs.map((pair) => {
    const [, login, handle] = /^([^=]+)=(@[\w./-]+)$/.exec(pair) ?? [];
    if (!login || !handle) throw new Error(`--map ${pair} sai dạng. Ví dụ: --map duyet=@ten-duyet`);
    const account = accounts.find((each) => each.login === normalizeLogin(login));
    if (!account) throw new Error(`Không có tài khoản “${login}”.`);
    if (account.role === 'editor') throw new Error(`“${login}” là biên tập viên, không duyệt bài.`);
    return { login: account.login, role: account.role, axes: account.axes, handle };
  });
}
