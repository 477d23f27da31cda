/** GitHub: rulesets and the older branch protection, which hold side by side. */
import { z } from 'zod';
import type { Host } from '#admin/host.ts';
import { found, repositoryPath, type Ask } from './api.ts';
import { those, type Rule } from './requirements.ts';

const branchRule = z.object({
  type: z.string(),
  ruleset_id: z.number(),
  parameters: z
    .object({
      required_approving_review_count: z.number().optional(),
      dismiss_stale_reviews_on_push: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      require_code_owner_review: z.boolean().optional(),
      required_status_checks: z.array(z.object({ context: z.string() })).optional(),
    })
    .optional(),
});

const ruleset = z.object({
  id: z.number(),
  /** Only shown to those who may change the ruleset. */
  bypass_actors: z.array(z.unknown()).optional(),
});

const switched = z.object({ enabled: z.boolean() }).optional();
const actors = z.array(z.unknown()).optional();

const protection = z.object({
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.number().optional(),
      dismiss_stale_reviews: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      require_code_owner_reviews: z.boolean().optional(),
      bypass_pull_request_allowances: z
        .object({ users: actors, teams: actors, apps: actors })
        .optional(),
    })
    .nullish(),
  required_status_checks: z.object({ contexts: z.array(z.string()) }).nullish(),
  enforce_admins: switched,
  allow_force_pushes: switched,
});

const ownersFile = z.object({ errors: z.array(z.unknown()) });

/** Answers of the API, as they came; `undefined` where the host has nothing. */
export interface GitHubAnswers {
  /** `GET …/rules/branches/{branch}` */
  branchRules: unknown;
  /** `GET …/rulesets/{id}` of each ruleset that has a rule for the branch. */
  rulesets: unknown[];
  /** `GET …/branches/{branch}/protection` */
  protection: unknown;
  /** `GET …/codeowners/errors` */
  ownersFile: unknown;
}

export async function askGitHub(host: Host, ask: Ask): Promise<GitHubAnswers> {
  const path = repositoryPath(host);
  const branch = encodeURIComponent(host.branch);
  const branchRules = found(host, await ask(`${path}/rules/branches/${branch}?per_page=100`));
  const ids = new Set(
    z
      .array(branchRule)
      .parse(branchRules)
      .map((rule) => rule.ruleset_id),
  );
  return {
    branchRules,
    rulesets: await Promise.all([...ids].map((id) => ask(`${path}/rulesets/${id}`))),
    protection: await ask(`${path}/branches/${branch}/protection`),
    ownersFile: await ask(`${path}/codeowners/errors?ref=${branch}`),
  };
}

/** What GitHub enforces. `check` is the name of the status check that runs the tests. */
export function gitHubRules(answers: GitHubAnswers, check: string): Rule[] {
  const rules = z.array(branchRule).parse(answers.branchRules);
  const known = new Map(
    answers.rulesets
      .map((answer) => ruleset.safeParse(answer).data)
      .map((each) => [each?.id, each?.bypass_actors]),
  );
  const fromRulesets = rules.map((rule) => {
    const bypass = known.get(rule.ruleset_id);
    return {
      enforces: enforcedBy(rule, check),
      hasBypass: bypass === undefined || bypass.length > 0,
    };
  });
  const file = ownersFile.safeParse(answers.ownersFile).data;
  return [
    ...fromRulesets,
    ...olderProtection(answers.protection, check),
    { enforces: those({ 'owners-file': file?.errors.length === 0 }), hasBypass: false },
  ];
}

function enforcedBy({ type, parameters = {} }: z.infer<typeof branchRule>, check: string) {
  const isPull = type === 'pull_request';
  return those({
    'no-direct-push': isPull,
    approval: isPull && (parameters.required_approving_review_count ?? 0) >= 1,
    'fresh-approval': isPull && parameters.dismiss_stale_reviews_on_push,
    'other-approver': isPull && parameters.require_last_push_approval,
    'owner-approval': isPull && parameters.require_code_owner_review,
    tests: parameters.required_status_checks?.some(({ context }) => context.includes(check)),
    'no-force-push': type === 'non_fast_forward',
  });
}

function olderProtection(answer: unknown, check: string): Rule[] {
  if (answer === undefined) return [];
  const older = protection.parse(answer);
  const reviews = older.required_pull_request_reviews;
  const { users = [], teams = [], apps = [] } = reviews?.bypass_pull_request_allowances ?? {};
  const enforces = those({
    'no-direct-push': Boolean(reviews),
    approval: (reviews?.required_approving_review_count ?? 0) >= 1,
    'fresh-approval': reviews?.dismiss_stale_reviews,
    'other-approver': reviews?.require_last_push_approval,
    'owner-approval': reviews?.require_code_owner_reviews,
    tests: older.required_status_checks?.contexts.some((context) => context.includes(check)),
    'no-force-push': older.allow_force_pushes?.enabled !== true,
  });
  const isForAdmins = older.enforce_admins?.enabled === true;
  return [{ enforces, hasBypass: !isForAdmins || users.length + teams.length + apps.length > 0 }];
}
