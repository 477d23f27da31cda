/**
 * Who may do what, in one place: the state of an entry × the role of the person × whether the
 * person wrote any part of the change × whether it is within the axes that the person decides on.
 * The browser may hide a button; this decides.
 */

export const roles = ['editor', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** States of a change, by the names that Decap gives them. */
export const statuses = ['draft', 'pending_review', 'pending_publish'] as const;
export type Status = (typeof statuses)[number];

/** States of an entry: those of its change, else how it stands on the site. */
export const states = [...statuses, 'published', 'withdrawn', 'unconfirmed'] as const;
export type State = (typeof states)[number];

interface Rule {
  /** States in which the action makes sense. */
  from: readonly State[];
  /** Roles that may do it. */
  roles: readonly Role[];
  /** `may`: an author may do it whatever the role. `must-not`: an author may not, whatever the role. */
  author?: 'may' | 'must-not';
  /** Nobody does it without a written reason. */
  needsReason?: true;
  /** Whom an approver of some axes has to ask about a change of another axis. */
  withinAxes?: true;
}

const everyone = roles;
const reviewers: readonly Role[] = ['approver', 'admin'];
const live: readonly State[] = ['published', 'withdrawn'];

const rules = {
  // A change and its way to the site.
  save: { from: [...statuses, ...live], roles: everyone },
  comment: { from: statuses, roles: everyone },
  settle: { from: statuses, roles: everyone },
  takeOver: { from: statuses, roles: everyone },
  merge: { from: statuses, roles: everyone },
  submit: { from: ['draft'], roles: everyone },
  takeBack: { from: ['pending_review', 'pending_publish'], roles: [], author: 'may' },
  sendBack: {
    from: ['pending_review', 'pending_publish'],
    roles: reviewers,
    needsReason: true,
    withinAxes: true,
  },
  approve: { from: ['pending_review'], roles: reviewers, author: 'must-not', withinAxes: true },
  schedule: {
    from: ['pending_review', 'pending_publish'],
    roles: reviewers,
    author: 'must-not',
    withinAxes: true,
  },
  unschedule: { from: ['pending_publish'], roles: reviewers, author: 'may', withinAxes: true },
  publish: { from: ['pending_publish'], roles: reviewers, author: 'must-not', withinAxes: true },
  discard: { from: statuses, roles: reviewers, author: 'may', withinAxes: true },
  // What stands on the site: each of these makes a change that is reviewed like any other.
  withdraw: { from: ['published'], roles: everyone, needsReason: true },
  restore: { from: ['withdrawn'], roles: everyone, needsReason: true },
  rename: { from: live, roles: everyone },
  delete: { from: live, roles: everyone, needsReason: true },
  // When it cannot wait: one person now, a second one afterwards.
  emergency: { from: statuses, roles: reviewers, needsReason: true, withinAxes: true },
  confirm: { from: ['unconfirmed'], roles: reviewers, author: 'must-not', withinAxes: true },
} satisfies Record<string, Rule>;

export type Action = keyof typeof rules;
export const actions = Object.keys(rules) as Action[];

export interface Case {
  action: Action;
  state: State;
  role: Role;
  /** Whether the person wrote content of the change; for `confirm` also whether she published it. */
  isAuthor: boolean;
  /** Whether the person may decide on the axes of the change. */
  isWithinAxes: boolean;
}

export const stateWords: Record<State, string> = {
  draft: 'bản nháp',
  pending_review: 'chờ duyệt',
  pending_publish: 'sẵn sàng',
  published: 'đã đăng',
  withdrawn: 'đã gỡ',
  unconfirmed: 'đăng khẩn cấp, chờ xác nhận',
};

export const actionWords: Record<Action, string> = {
  save: 'lưu',
  comment: 'góp ý',
  settle: 'đánh dấu góp ý',
  takeOver: 'nhận sửa',
  merge: 'gộp',
  submit: 'gửi duyệt',
  takeBack: 'rút lại',
  sendBack: 'trả lại',
  approve: 'duyệt',
  schedule: 'hẹn giờ đăng',
  unschedule: 'hủy hẹn giờ',
  publish: 'đăng',
  discard: 'xóa bản nháp',
  withdraw: 'gỡ',
  restore: 'khôi phục',
  rename: 'đổi mã',
  delete: 'xóa',
  emergency: 'đăng khẩn cấp',
  confirm: 'xác nhận',
};

/** Why the action is not allowed, in Vietnamese; `undefined` when it is. */
export function reasonAgainst(asked: Case): string | undefined {
  const { action, state, role, isAuthor, isWithinAxes } = asked;
  const rule: Rule = rules[action];
  const words = actionWords[action];
  if (!rule.from.includes(state)) {
    const from = rule.from.map((one) => `“${stateWords[one]}”`).join(' hoặc ');
    return `Mục đang ở trạng thái “${stateWords[state]}”. Chỉ ${words} được khi mục ở trạng thái ${from}.`;
  }
  if (isAuthor && rule.author === 'must-not') {
    const part = action === 'confirm' ? 'đã viết hoặc đã đăng' : 'đã viết một phần của';
    return `Bạn ${part} mục này nên không thể tự ${words}. Hãy nhờ người duyệt khác.`;
  }
  if (isAuthor && rule.author === 'may') return undefined;
  if (!rule.roles.includes(role)) return whoMay(rule, words);
  if (rule.withinAxes && !isWithinAxes) {
    return `Thay đổi này không thuộc riêng các trục nội dung mà bạn phụ trách nên bạn không ${words} được. Hãy nhờ người duyệt của trục đó.`;
  }
  return undefined;
}

function whoMay(rule: Rule, words: string): string {
  if (rule.roles.length === 0) return `Chỉ người viết mục này mới ${words} được.`;
  return rule.author === 'may'
    ? `Chỉ người viết mục này, người duyệt hoặc quản trị mới ${words} được.`
    : `Chỉ người duyệt hoặc quản trị mới ${words} được.`;
}

/** Whether nobody does the action without a written reason. */
export function needsReason(action: Action): boolean {
  return (rules[action] as Rule).needsReason === true;
}

/**
 * Whether somebody limited to `mine` (empty: not limited) may decide on a change that touches
 * `touched`, in which '' stands for an entry of no axis.
 */
export function isWithinAxes(mine: readonly string[], touched: readonly string[]): boolean {
  return mine.length === 0 || touched.every((axis) => mine.includes(axis));
}

/** The action that leads from one state of a change to another. */
export function actionBetween(from: Status, to: Status, isAuthor: boolean): Action {
  if (to === 'pending_publish') return 'approve';
  if (from === 'draft') return 'submit';
  return isAuthor ? 'takeBack' : 'sendBack';
}

/** The state after a save: what was in review or ready must be read again. */
export function statusAfterSave(status: Status | undefined): Status {
  return status === undefined || status === 'draft' ? 'draft' : 'pending_review';
}
