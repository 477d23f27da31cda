/** Who is logged in, and the server's pages that are for them. */

/** The server's page with what one was told. */
export const noticesAddress = '/admin/thong-bao/';

export const roles = ['editor', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A user as the back end hands them to Decap. */
export interface Somebody {
  login: string;
  name?: string;
  /** Present when the editorial server is the back end; a git host has no such roles. */
  role?: Role;
}

const pages: readonly { address: string; words: string; roles: readonly Role[] }[] = [
  { address: '/admin/cua-toi/', words: 'Việc của tôi', roles },
  { address: noticesAddress, words: 'Thông báo', roles },
  { address: '/admin/duyet/', words: 'Duyệt', roles: ['approver', 'admin'] },
  { address: '/admin/da-dang/', words: 'Đã đăng', roles },
  { address: '/admin/tai-khoan/', words: 'Tài khoản', roles },
  { address: '/admin/quan-tri/', words: 'Quản trị', roles: ['admin'] },
];

/** The pages that the editorial server shows to this person; none behind a git host. */
export function pagesFor({ role }: Somebody): { address: string; words: string }[] {
  return pages.filter((page) => role !== undefined && page.roles.includes(role));
}
