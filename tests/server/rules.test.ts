import { expect, test } from 'vitest';
import {
  actionBetween,
  actions,
  actionWords,
  isWithinAxes,
  needsReason,
  reasonAgainst,
  roles,
  states,
  type Case,
  type Role,
  type State,
} from '#admin/server/workflow/rules.ts';

const people = roles.flatMap((role) =>
  [false, true].flatMap((isAuthor) =>
    [true, false].map((isWithin) => ({ role, isAuthor, isWithinAxes: isWithin })),
  ),
);

/** `approver−` may not if an author, `approver*` only if an author; `°` only within their axes. */
function whoMay(action: Case['action'], state: State): string {
  const may = (role: Role, isAuthor: boolean, isWithin: boolean) =>
    reasonAgainst({ action, state, role, isAuthor, isWithinAxes: isWithin }) === undefined;
  return roles
    .flatMap((role) => {
      const asOther = may(role, false, true);
      const asAuthor = may(role, true, true);
      if (!asOther && !asAuthor) return [];
      const mark = asOther && asAuthor ? '' : asAuthor ? '*' : '−';
      const isBound = asOther && !may(role, false, false);
      return [`${role}${mark}${isBound ? '°' : ''}`];
    })
    .join(' ');
}

test('state × role × author or not × axis: who may, everywhere else nobody', () => {
  const table = states.flatMap((state) =>
    actions.flatMap((action) => {
      const who = whoMay(action, state);
      return who ? [`${state} ${action}: ${who}`] : [];
    }),
  );
  expect(table).toEqual([
    'draft save: editor approver admin',
    'draft comment: editor approver admin',
    'draft settle: editor approver admin',
    'draft takeOver: editor approver admin',
    'draft merge: editor approver admin',
    'draft submit: editor approver admin',
    'draft discard: editor* approver° admin°',
    'draft emergency: approver° admin°',
    'pending_review save: editor approver admin',
    'pending_review comment: editor approver admin',
    'pending_review settle: editor approver admin',
    'pending_review takeOver: editor approver admin',
    'pending_review merge: editor approver admin',
    'pending_review takeBack: editor* approver* admin*',
    'pending_review sendBack: approver° admin°',
    'pending_review approve: approver−° admin−°',
    'pending_review schedule: approver−° admin−°',
    'pending_review discard: editor* approver° admin°',
    'pending_review emergency: approver° admin°',
    'pending_publish save: editor approver admin',
    'pending_publish comment: editor approver admin',
    'pending_publish settle: editor approver admin',
    'pending_publish takeOver: editor approver admin',
    'pending_publish merge: editor approver admin',
    'pending_publish takeBack: editor* approver* admin*',
    'pending_publish sendBack: approver° admin°',
    'pending_publish schedule: approver−° admin−°',
    'pending_publish unschedule: editor* approver° admin°',
    'pending_publish publish: approver−° admin−°',
    'pending_publish discard: editor* approver° admin°',
    'pending_publish emergency: approver° admin°',
    'published save: editor approver admin',
    'published withdraw: editor approver admin',
    'published rename: editor approver admin',
    'published delete: editor approver admin',
    'withdrawn save: editor approver admin',
    'withdrawn restore: editor approver admin',
    'withdrawn rename: editor approver admin',
    'withdrawn delete: editor approver admin',
    'unconfirmed confirm: approver−° admin−°',
  ]);
});

test('every other case has a reason, in Vietnamese, that names the action', () => {
  for (const state of states) {
    for (const action of actions) {
      for (const person of people) {
        const reason = reasonAgainst({ action, state, ...person });
        if (reason !== undefined) expect(reason).toContain(actionWords[action]);
      }
    }
  }
});

test('the reasons say what to do', () => {
  const other = { isAuthor: false, isWithinAxes: true };
  const reasons = [
    reasonAgainst({ action: 'publish', state: 'draft', role: 'admin', ...other }),
    reasonAgainst({
      action: 'approve',
      state: 'pending_review',
      role: 'admin',
      ...other,
      isAuthor: true,
    }),
    reasonAgainst({ action: 'approve', state: 'pending_review', role: 'editor', ...other }),
    reasonAgainst({ action: 'discard', state: 'draft', role: 'editor', ...other }),
    reasonAgainst({ action: 'takeBack', state: 'pending_review', role: 'admin', ...other }),
    reasonAgainst({
      action: 'approve',
      state: 'pending_review',
      role: 'approver',
      isAuthor: false,
      isWithinAxes: false,
    }),
    reasonAgainst({
      action: 'confirm',
      state: 'unconfirmed',
      role: 'admin',
      ...other,
      isAuthor: true,
    }),
  ];
  expect(reasons).toEqual([
    'Mục đang ở trạng thái “bản nháp”. Chỉ đăng được khi mục ở trạng thái “sẵn sàng”.',
    'Bạn đã viết một phần của mục này nên không thể tự duyệt. Hãy nhờ người duyệt khác.',
    'Chỉ người duyệt hoặc quản trị mới duyệt được.',
    'Chỉ người viết mục này, người duyệt hoặc quản trị mới xóa bản nháp được.',
    'Chỉ người viết mục này mới rút lại được.',
    'Thay đổi này không thuộc riêng các trục nội dung mà bạn phụ trách nên bạn không duyệt được. Hãy nhờ người duyệt của trục đó.',
    'Bạn đã viết hoặc đã đăng mục này nên không thể tự xác nhận. Hãy nhờ người duyệt khác.',
  ]);
});

test('a written reason is asked for where somebody else has to understand', () => {
  expect(actions.filter(needsReason)).toEqual([
    'sendBack',
    'withdraw',
    'restore',
    'delete',
    'emergency',
  ]);
});

test('who is limited to axes decides on changes within them alone', () => {
  expect(isWithinAxes([], ['truc-1', ''])).toBe(true);
  expect(isWithinAxes(['truc-1', 'truc-2'], ['truc-1'])).toBe(true);
  expect(isWithinAxes(['truc-1'], ['truc-1', 'truc-2'])).toBe(false);
  expect(isWithinAxes(['truc-1'], [''])).toBe(false);
});

test('a move between states is the action that leads there', () => {
  expect(actionBetween('draft', 'pending_review', true)).toBe('submit');
  expect(actionBetween('pending_review', 'pending_publish', false)).toBe('approve');
  expect(actionBetween('draft', 'pending_publish', false)).toBe('approve');
  expect(actionBetween('pending_publish', 'pending_review', true)).toBe('takeBack');
  expect(actionBetween('pending_review', 'draft', false)).toBe('sendBack');
});
