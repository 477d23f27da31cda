import type { Accounts, User } from './accounts.ts';

const firstUsers: readonly User[] = [
  { login: 'bientap', name: 'Biên tập viên', role: 'editor', axes: [] },
  { login: 'duyet', name: 'Người duyệt', role: 'approver', axes: [] },
  { login: 'quantri', name: 'Quản trị', role: 'admin', axes: [] },
];

/** One account of each role where there is none yet: login and password of each, to be shown once. */
export async function addFirstAccounts(
  accounts: Accounts,
): Promise<{ login: string; password: string }[]> {
  if ((await accounts.list()).length > 0) return [];
  const added = [];
  for (const user of firstUsers) {
    added.push({ login: user.login, password: await accounts.add(user) });
  }
  return added;
}
