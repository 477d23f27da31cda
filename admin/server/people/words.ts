/** Words that the pages of accounts share. */
import type { Account } from '../accounts/accounts.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import type { PastLogin } from '../accounts/login-history.ts';
import type { Role } from '../workflow/rules.ts';
import type { AxisChoice } from './axes.ts';

export const accountAddress = '/admin/tai-khoan/';

export const roleWords: Record<Role, string> = {
  editor: 'Biên tập viên',
  approver: 'Người duyệt',
  admin: 'Quản trị',
};

/** What a person may decide on: the titles of the axes, or all. */
export function axesWords({ axes }: Pick<Account, 'axes'>, known: readonly AxisChoice[]): string {
  if (axes.length === 0) return 'mọi trục';
  return axes.map((slug) => known.find((axis) => axis.slug === slug)?.title ?? slug).join('; ');
}

export function loginWords(past: PastLogin | undefined): string {
  return past ? `${hanoiTime(new Date(past.at))}, từ ${past.address}` : 'chưa lần nào';
}

/** `2026-11` as people write it. */
export function monthWords(month: string): string {
  return month.split('-').reverse().join('/');
}
