/** GitLab: protected branches, approval rules and the settings of merge requests. */
import { z } from 'zod';
import type { Host } from '#admin/host.ts';
import { found, TokenRefused, type Ask } from './api.ts';
import { those, type Rule } from './requirements.ts';

const protectedBranch = z.object({
  /** A name, or a pattern with `*`. */
  name: z.string(),
  push_access_levels: z.array(z.object({ access_level: z.number().nullable() })),
  allow_force_push: z.boolean(),
  /** Absent without Premium. */
  code_owner_approval_required: z.boolean().optional(),
});

const approvalRule = z.object({
  rule_type: z.string(),
  approvals_required: z.number(),
  /** Empty: the rule holds for every branch. */
  protected_branches: z.array(z.object({ name: z.string() })).default([]),
  applies_to_all_protected_branches: z.boolean().optional(),
});

const approvals = z.object({
  reset_approvals_on_push: z.boolean().optional(),
  merge_requests_author_approval: z.boolean().optional(),
  merge_requests_disable_committers_approval: z.boolean().optional(),
  disable_overriding_approvers_per_merge_request: z.boolean().optional(),
});

const project = z.object({
  only_allow_merge_if_pipeline_succeeds: z.boolean().optional(),
  allow_merge_on_skipped_pipeline: z.boolean().nullish(),
});

/** Answers of the API, as they came; `undefined` where the host has nothing. */
export interface GitLabAnswers {
  /** `GET /projects/{id}` */
  project: unknown;
  /** `GET …/protected_branches` */
  protectedBranches: unknown;
  /** `GET …/approvals`: absent without Premium. */
  approvals: unknown;
  /** `GET …/approval_rules`: absent without Premium. */
  approvalRules: unknown;
  /** `GET …/repository/files/{path}` of the first CODEOWNERS that is there. */
  ownersFile: unknown;
}

const ownersPlaces = ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

export async function askGitLab(host: Host, ask: Ask): Promise<GitLabAnswers> {
  const { repository, branch } = host;
  const path = `/projects/${encodeURIComponent(repository)}`;
  const files = ownersPlaces.map((place) =>
    ask(`${path}/repository/files/${encodeURIComponent(place)}?ref=${encodeURIComponent(branch)}`),
  );
  return {
    project: found(host, await ask(path)),
    protectedBranches: await ask(`${path}/protected_branches?per_page=100`),
    approvals: await ofPremium(ask(`${path}/approvals`)),
    approvalRules: await ofPremium(ask(`${path}/approval_rules?per_page=100`)),
    ownersFile: (await Promise.all(files)).find((file) => file !== undefined),
  };
}

/** Without Premium, GitLab refuses these questions to everybody. */
function ofPremium(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: unknown) => {
    if (error instanceof TokenRefused) return undefined;
    throw error;
  });
}

/** What GitLab enforces on `branch`. Where several patterns fit a branch, the most lenient counts. */
export function gitLabRules(answers: GitLabAnswers, branch: string): Rule[] {
  const branches = z
    .array(protectedBranch)
    .parse(answers.protectedBranches ?? [])
    .filter(({ name }) => fits(name, branch));
  const isProtected = branches.length > 0;
  const settings = approvals.parse(answers.approvals ?? {});
  const { only_allow_merge_if_pipeline_succeeds: needsPipeline, ...skipping } = project.parse(
    answers.project,
  );
  const rules = z.array(approvalRule).parse(answers.approvalRules ?? []);
  const enforces = those({
    'no-direct-push':
      isProtected &&
      branches.every((each) => each.push_access_levels.every((push) => push.access_level === 0)),
    approval: rules.some((rule) => isApproval(rule, branch)),
    'fresh-approval': settings.reset_approvals_on_push,
    'other-approver':
      settings.merge_requests_author_approval === false &&
      settings.merge_requests_disable_committers_approval,
    'owner-approval':
      isProtected && branches.every((each) => each.code_owner_approval_required === true),
    'owners-file': answers.ownersFile !== undefined,
    tests: needsPipeline && skipping.allow_merge_on_skipped_pipeline !== true,
    'no-force-push': isProtected && branches.every((each) => !each.allow_force_push),
  });
  const hasBypass = settings.disable_overriding_approvers_per_merge_request !== true;
  return [{ enforces, hasBypass }];
}

function isApproval(rule: z.infer<typeof approvalRule>, branch: string): boolean {
  const { rule_type, approvals_required, protected_branches } = rule;
  if (!['any_approver', 'regular'].includes(rule_type) || approvals_required < 1) return false;
  const isForAll = rule.applies_to_all_protected_branches || protected_branches.length === 0;
  return isForAll || protected_branches.some(({ name }) => fits(name, branch));
}

function fits(pattern: string, branch: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(branch);
}
