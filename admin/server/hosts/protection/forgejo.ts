/** Forgejo: the one protection rule that holds for a branch. */
import { z } from 'zod';
import type { Host } from '#admin/host.ts';
import { found, repositoryPath, TokenRefused, type Ask } from './api.ts';
import { those, type Rule } from './requirements.ts';

const branchAnswer = z.object({
  protected: z.boolean(),
  effective_branch_protection_name: z.string().optional(),
});

const protection = z.object({
  enable_push: z.boolean(),
  unprotected_file_patterns: z.string(),
  required_approvals: z.number(),
  dismiss_stale_approvals: z.boolean(),
  ignore_stale_approvals: z.boolean().optional(),
  block_on_official_review_requests: z.boolean(),
  enable_status_check: z.boolean(),
  status_check_contexts: z.array(z.string()).nullable(),
  apply_to_admins: z.boolean(),
});

/** Answers of the API, as they came; `undefined` where the host has nothing. */
export interface ForgejoAnswers {
  /** `GET …/branch_protections/{name}` of the rule that holds for the branch. */
  protection: unknown;
  /** `GET …/contents/{path}` of the first CODEOWNERS that is there. */
  ownersFile: unknown;
}

const ownersPlaces = ['CODEOWNERS', 'docs/CODEOWNERS', '.forgejo/CODEOWNERS', '.gitea/CODEOWNERS'];

export async function askForgejo(host: Host, ask: Ask): Promise<ForgejoAnswers> {
  const path = repositoryPath(host);
  const branch = encodeURIComponent(host.branch);
  const { protected: isProtected, effective_branch_protection_name: rule } = branchAnswer.parse(
    found(host, await ask(`${path}/branches/${branch}`)),
  );
  // Forgejo names the rule to administrators alone: to others the branch would seem to have none.
  if (isProtected && !rule) {
    throw new TokenRefused(
      `HOST_TOKEN không đủ quyền xem luật bảo vệ của nhánh ${host.branch}: hãy dùng mã truy cập của người quản trị kho.`,
    );
  }
  const files = ownersPlaces.map((place) => ask(`${path}/contents/${place}?ref=${branch}`));
  return {
    protection: rule
      ? await ask(`${path}/branch_protections/${encodeURIComponent(rule)}`)
      : undefined,
    ownersFile: (await Promise.all(files)).find((file) => file !== undefined),
  };
}

/** What Forgejo enforces. `check` is a part of the name of the status check that runs the tests. */
export function forgejoRules(answers: ForgejoAnswers, check: string): Rule[] {
  const file = {
    enforces: those({ 'owners-file': answers.ownersFile !== undefined }),
    hasBypass: false,
  };
  if (answers.protection === undefined) return [file];
  const rule = protection.parse(answers.protection);
  const enforces = those({
    'no-direct-push': !rule.enable_push && rule.unprotected_file_patterns.trim() === '',
    approval: rule.required_approvals >= 1,
    'fresh-approval': rule.dismiss_stale_approvals || rule.ignore_stale_approvals,
    'owner-approval': rule.block_on_official_review_requests,
    tests:
      rule.enable_status_check &&
      (rule.status_check_contexts ?? []).some((context) => context.includes(check)),
    // A protected branch of Forgejo never takes a forced push.
    'no-force-push': true,
  });
  return [{ enforces, hasBypass: !rule.apply_to_admins }, file];
}
