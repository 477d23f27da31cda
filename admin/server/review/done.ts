/** What was just done, carried over a redirect by its name: `?xong=<action>`. */
import { isEntryKey } from '../content/files.ts';
import { html, type Part } from '../pages/html.ts';
import { actions, type Action } from '../workflow/rules.ts';
import { types } from '#src/schema/index.ts';

const words: Record<Action, string> = {
  save: 'Đã ghi vào bản nháp.',
  comment: 'Đã ghi góp ý.',
  settle: 'Đã ghi lại việc xử lý góp ý.',
  takeOver: 'Đã nhận sửa. Bản nháp có câu mới.',
  merge: 'Đã gộp hai bản. Hãy đọc lại trước khi mục được duyệt.',
  submit: 'Đã gửi duyệt.',
  takeBack: 'Đã rút lại. Mục là bản nháp.',
  sendBack: 'Đã trả lại kèm lý do.',
  approve: 'Đã duyệt. Mục sẵn sàng để đăng.',
  schedule: 'Đã hẹn giờ. Đến giờ, mục tự đăng.',
  unschedule: 'Đã hủy hẹn giờ. Mục vẫn đã duyệt, chờ người bấm đăng.',
  publish: 'Đã đăng.',
  discard: 'Đã xóa bản nháp. Bản đang đăng không đổi.',
  withdraw: 'Đã gửi duyệt việc gỡ. Trang chưa thay đổi cho đến khi được duyệt và đăng.',
  restore: 'Đã gửi duyệt việc khôi phục. Trang chưa thay đổi cho đến khi được duyệt và đăng.',
  rename: 'Đã gửi duyệt việc đổi mã. Trang chưa thay đổi cho đến khi được duyệt và đăng.',
  delete: 'Đã gửi duyệt việc xóa. Trang chưa thay đổi cho đến khi được duyệt và đăng.',
  emergency: 'Đã đăng khẩn cấp. Cần một người duyệt khác xác nhận.',
  confirm: 'Đã xác nhận bài đăng khẩn cấp.',
};

/** The message that an address carries; nothing for a name that is no action's. */
export function doneMessage(query: unknown): Part {
  const { xong, muc } = query as { xong?: unknown; muc?: unknown };
  const action = actions.find((known) => known === xong);
  if (!action) return undefined;
  const [collection = '', slug = ''] = typeof muc === 'string' ? muc.split('/') : [];
  const isPublished = action === 'publish' || action === 'emergency';
  if (!isPublished || !isEntryKey(collection, slug)) return words[action];
  const address = types[collection as keyof typeof types].address?.(slug) ?? '/';
  return html`${words[action]} <a href="${address}">Xem trang</a>`;
}

/** The address with the message of an action. */
export function withDone(address: string, action: Action, key?: string): string {
  return `${address}?xong=${action}${key ? `&muc=${key}` : ''}`;
}
