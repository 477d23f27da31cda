import { expect, test } from 'vitest';
import { reasonAgainst, roles, statuses, type Action } from '#admin/server/rules.ts';

const actions: Action[] = ['save', 'submit', 'takeBack', 'approve', 'publish', 'discard'];

/** One line for each state and action: who may, by role; a star where only an author of that role. */
function table(): string[] {
  return statuses.flatMap((status) =>
    actions.map((action) => {
      const who = roles.flatMap((role) => {
        const [asOther, asAuthor] = [false, true].map(
          (isAuthor) => reasonAgainst({ action, status, role, isAuthor }) === undefined,
        );
        if (asOther && asAuthor) return [role];
        if (asOther) return [`${role} (not the author)`];
        return asAuthor ? [`${role} (only the author)`] : [];
      });
      return `${status} ${action}: ${who.join(', ') || 'nobody'}`;
    }),
  );
}

test('state × role × author or not', () => {
  expect(table()).toEqual([
    'draft save: editor, approver, admin',
    'draft submit: editor, approver, admin',
    'draft takeBack: nobody',
    'draft approve: nobody',
    'draft publish: nobody',
    'draft discard: editor (only the author), approver, admin',
    'pending_review save: editor, approver, admin',
    'pending_review submit: nobody',
    'pending_review takeBack: editor (only the author), approver, admin',
    'pending_review approve: approver (not the author), admin (not the author)',
    'pending_review publish: nobody',
    'pending_review discard: editor (only the author), approver, admin',
    'pending_publish save: editor, approver, admin',
    'pending_publish submit: nobody',
    'pending_publish takeBack: editor (only the author), approver, admin',
    'pending_publish approve: nobody',
    'pending_publish publish: approver (not the author), admin (not the author)',
    'pending_publish discard: editor (only the author), approver, admin',
  ]);
});

test('the reasons say what to do', () => {
  const reasons = [
    reasonAgainst({ action: 'publish', status: 'draft', role: 'admin', isAuthor: false }),
    reasonAgainst({ action: 'approve', status: 'pending_review', role: 'admin', isAuthor: true }),
    reasonAgainst({ action: 'approve', status: 'pending_review', role: 'editor', isAuthor: false }),
    reasonAgainst({ action: 'discard', status: 'draft', role: 'editor', isAuthor: false }),
  ];
  expect(reasons).toEqual([
    'Mục đang ở trạng thái “bản nháp”. Chỉ đăng được khi mục ở trạng thái “sẵn sàng”.',
    'Bạn đã viết một phần của mục này nên không thể tự duyệt. Hãy nhờ người duyệt khác.',
    'Chỉ người duyệt hoặc quản trị mới duyệt được. Hãy gửi duyệt và chờ.',
    'Chỉ người viết mục này, người duyệt hoặc quản trị mới xóa bản nháp được.',
  ]);
});
