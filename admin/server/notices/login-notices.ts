/** What the owner of an account is told about the ways into it. */
import { hanoiTime } from '../machine/hanoi.ts';
import type { Message } from './kinds.ts';

const keysPage = '/admin/tai-khoan/#khoa';

export function passkeyAddedNotice(name: string, address: string): Message {
  const text = `Khóa đăng nhập “${name}” vừa được thêm vào tài khoản của bạn, từ địa chỉ ${address}. Nếu không phải bạn, hãy gỡ khóa đó, đổi mật khẩu và báo quản trị.`;
  return { kind: 'login', text, link: keysPage };
}

/** `at`: when, in milliseconds. */
export function passkeysTakenNotice(at: number): Message {
  const text = `Quản trị đã gỡ mọi khóa đăng nhập của bạn lúc ${hanoiTime(new Date(at))}. Đăng nhập chỉ cần mật khẩu cho đến khi bạn thêm khóa mới. Nếu bạn không nhờ việc này, hãy đổi mật khẩu và báo quản trị.`;
  return { kind: 'login', text, link: keysPage };
}
