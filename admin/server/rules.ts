/**
 * Who may do what with a change, in one place: the state of the change × the role of the person ×
 * whether the person wrote any part of it. The browser may hide a button; this decides.
 */

export const roles = ['editor', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** States of a change, by the names that Decap gives them. Published is no longer a change. */
export const statuses = ['draft', 'pending_review', 'pending_publish'] as const;
export type Status = (typeof statuses)[number];

export type Action = 'save' | 'submit' | 'takeBack' | 'approve' | 'publish' | 'discard';

export interface Case {
  action: Action;
  status: Status;
  role: Role;
  /** Whether the person wrote the content of any commit of the change. */
  isAuthor: boolean;
}

interface Rule {
  /** States in which the action makes sense. */
  from: readonly Status[];
  /** Roles that may do it, and who of them stands back. */
  roles: readonly Role[];
  /** `may`: an author may do it whatever the role. `must-not`: an author may not, whatever the role. */
  author?: 'may' | 'must-not';
}

const everyone = roles;
const reviewers: readonly Role[] = ['approver', 'admin'];

const rules: Record<Action, Rule> = {
  save: { from: statuses, roles: everyone },
  submit: { from: ['draft'], roles: everyone },
  takeBack: { from: ['pending_review', 'pending_publish'], roles: reviewers, author: 'may' },
  approve: { from: ['pending_review'], roles: reviewers, author: 'must-not' },
  publish: { from: ['pending_publish'], roles: reviewers, author: 'must-not' },
  discard: { from: statuses, roles: reviewers, author: 'may' },
};

export const statusWords: Record<Status, string> = {
  draft: 'bản nháp',
  pending_review: 'chờ duyệt',
  pending_publish: 'sẵn sàng',
};

const actionWords: Record<Action, string> = {
  save: 'lưu',
  submit: 'gửi duyệt',
  takeBack: 'rút lại hoặc trả lại',
  approve: 'duyệt',
  publish: 'đăng',
  discard: 'xóa bản nháp',
};

/** Why the action is not allowed, in Vietnamese; `undefined` when it is. */
export function reasonAgainst({ action, status, role, isAuthor }: Case): string | undefined {
  const rule = rules[action];
  if (!rule.from.includes(status)) {
    const from = rule.from.map((state) => `“${statusWords[state]}”`).join(' hoặc ');
    return `Mục đang ở trạng thái “${statusWords[status]}”. Chỉ ${actionWords[action]} được khi mục ở trạng thái ${from}.`;
  }
  if (isAuthor && rule.author === 'must-not') {
    return `Bạn đã viết một phần của mục này nên không thể tự ${actionWords[action]}. Hãy nhờ người duyệt khác.`;
  }
  if (rule.roles.includes(role) || (isAuthor && rule.author === 'may')) return undefined;
  return rule.author === 'may'
    ? `Chỉ người viết mục này, người duyệt hoặc quản trị mới ${actionWords[action]} được.`
    : `Chỉ người duyệt hoặc quản trị mới ${actionWords[action]} được. Hãy gửi duyệt và chờ.`;
}

/** The action that leads from one state to another. */
export function actionBetween(from: Status, to: Status): Action {
  if (to === 'draft') return 'takeBack';
  if (to === 'pending_publish') return 'approve';
  return from === 'pending_publish' ? 'takeBack' : 'submit';
}

/** The state after a save: what was in review or ready must be read again. */
export function statusAfterSave(status: Status | undefined): Status {
  return status === undefined || status === 'draft' ? 'draft' : 'pending_review';
}
