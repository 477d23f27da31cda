/** What a git host must enforce on the published branch, and what of it is missing. */
import type { HostName } from '#admin/host.ts';

export type Requirement =
  | 'no-direct-push'
  | 'approval'
  | 'fresh-approval'
  | 'other-approver'
  | 'owner-approval'
  | 'owners-file'
  | 'tests'
  | 'no-force-push'
  | 'no-bypass';

/** One rule of a host (a ruleset, a branch's protection): what it enforces, and whether on all. */
export interface Rule {
  enforces: Requirement[];
  /** Somebody may pass over the rule: an administrator, a named account, an unseen list. */
  hasBypass: boolean;
}

/** What each requirement is for, in Vietnamese. */
export const meanings: Record<Requirement, string> = {
  'no-direct-push': 'Không ai ghi thẳng lên nhánh: bài, ảnh và việc xóa đều qua yêu cầu gộp',
  approval: 'Trước khi gộp phải có ít nhất 1 người khác duyệt',
  'fresh-approval': 'Sửa sau khi đã duyệt thì lượt duyệt cũ mất hiệu lực',
  'other-approver': 'Người vừa sửa bài không tự duyệt được bài ấy',
  'owner-approval': 'Phải có người duyệt của trục nội dung (code owner) đồng ý',
  'owners-file': 'Kho có tệp CODEOWNERS đọc được',
  tests: 'Chỉ gộp được khi npm test đạt',
  'no-force-push': 'Không ai viết lại lịch sử của nhánh (force push)',
  'no-bypass': 'Không ai được bỏ qua các luật trên, kể cả quản trị',
};

/** What each host calls it, for whom sets it. A requirement that a host cannot enforce is absent. */
export const places: Record<HostName, Partial<Record<Requirement, string>>> = {
  github: {
    'no-direct-push': 'Ruleset: Require a pull request before merging',
    approval: 'Ruleset: Required approvals ≥ 1',
    'fresh-approval': 'Ruleset: Dismiss stale pull request approvals when new commits are pushed',
    'other-approver': 'Ruleset: Require approval of the most recent reviewable push',
    'owner-approval': 'Ruleset: Require review from Code Owners',
    'owners-file': '.github/CODEOWNERS, làm bằng npm run codeowners',
    tests: 'Ruleset: Require status checks to pass',
    'no-force-push': 'Ruleset: Block force pushes',
    'no-bypass':
      'Ruleset: Bypass list để trống; chỉ mã truy cập có quyền Administration mới xem được',
  },
  gitlab: {
    'no-direct-push': 'Protected branches: Allowed to push and merge = No one',
    approval: 'Merge request approvals (Premium): Approvals required ≥ 1',
    'fresh-approval':
      'Merge request approvals (Premium): Remove all approvals when commits are added',
    'other-approver':
      'Merge request approvals (Premium): Prevent approval by creator, và Prevent approvals by users who add commits',
    'owner-approval': 'Protected branches (Premium): Require approval from code owners',
    'owners-file': '.gitlab/CODEOWNERS, làm bằng npm run codeowners',
    tests:
      'Merge requests: Pipelines must succeed, tắt Skipped pipelines are considered successful',
    'no-force-push': 'Protected branches: tắt Allowed to force push',
    'no-bypass':
      'Merge request approvals (Premium): Prevent editing approval rules in merge requests',
  },
  forgejo: {
    'no-direct-push': 'Branch protection: Disable push, Unprotected file patterns để trống',
    approval: 'Branch protection: Required approvals ≥ 1',
    'fresh-approval': 'Branch protection: Dismiss stale approvals',
    'owner-approval': 'Branch protection: Block merge on official review requests',
    'owners-file': 'CODEOWNERS ở gốc kho, làm bằng npm run codeowners',
    tests: 'Branch protection: Enable status check',
    'no-force-push': 'Branch protection: có luật cho nhánh',
    'no-bypass': 'Branch protection: Enforce this rule for repository admins',
  },
};

/**
 * The requirements that are missing on this host. What only a rule with a bypass enforces is not
 * missing itself; the bypass is.
 */
export function missingFrom(name: HostName, rules: readonly Rule[]): Requirement[] {
  const wanted = requirementsOf(name).filter((requirement) => requirement !== 'no-bypass');
  const enforcedBy = (requirement: Requirement) =>
    rules.filter(({ enforces }) => enforces.includes(requirement));
  const missing = wanted.filter((requirement) => enforcedBy(requirement).length === 0);
  const canBypass = wanted.some((requirement) => {
    const found = enforcedBy(requirement);
    return found.length > 0 && found.every(({ hasBypass }) => hasBypass);
  });
  return canBypass ? [...missing, 'no-bypass'] : missing;
}

/** What can be asked of this host, in the order in which it is reported. */
export function requirementsOf(name: HostName): Requirement[] {
  return (Object.keys(meanings) as Requirement[]).filter((key) => places[name][key] !== undefined);
}

/** The requirements that hold, of a table that says so of each. */
export function those(table: Partial<Record<Requirement, boolean | undefined>>): Requirement[] {
  return (Object.keys(table) as Requirement[]).filter((key) => table[key]);
}
