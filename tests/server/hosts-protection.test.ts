/** What each host's API says about a branch, in the shapes of its public documentation. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forgejoRules } from '#admin/server/hosts/protection/forgejo.ts';
import { gitHubRules, type GitHubAnswers } from '#admin/server/hosts/protection/github.ts';
import { gitLabRules } from '#admin/server/hosts/protection/gitlab.ts';
import { missingFrom, requirementsOf } from '#admin/server/hosts/protection/requirements.ts';

const check = 'npm test';

describe('GitHub', () => {
  const pull = {
    required_approving_review_count: 1,
    dismiss_stale_reviews_on_push: true,
    require_last_push_approval: true,
    require_code_owner_review: true,
    required_review_thread_resolution: false,
  };
  const of = { ruleset_source_type: 'Repository', ruleset_source: 'phuong/trang', ruleset_id: 42 };
  const branchRules = [
    { type: 'pull_request', ...of, parameters: pull },
    { type: 'non_fast_forward', ...of },
    {
      type: 'required_status_checks',
      ...of,
      parameters: {
        required_status_checks: [{ context: 'npm test', integration_id: 15368 }],
        strict_required_status_checks_policy: false,
      },
    },
  ];
  const ruleset = { id: 42, name: 'main', enforcement: 'active', bypass_actors: [] as object[] };
  const full: GitHubAnswers = {
    branchRules,
    rulesets: [ruleset],
    protection: undefined,
    ownersFile: { errors: [] },
  };
  const older = {
    required_status_checks: { strict: true, contexts: ['npm test'], checks: [] },
    enforce_admins: { url: 'x', enabled: true },
    required_pull_request_reviews: {
      dismiss_stale_reviews: true,
      require_code_owner_reviews: true,
      required_approving_review_count: 1,
      require_last_push_approval: true,
    },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
  const bare = { ...full, branchRules: [], rulesets: [] };
  const missing = (changes: Partial<GitHubAnswers>) =>
    missingFrom('github', gitHubRules({ ...full, ...changes }, check));

  test('a full ruleset or a full branch protection lacks nothing', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ ...bare, protection: older })).toEqual([]);
  });

  test('an unprotected branch lacks everything', () => {
    const wanted = requirementsOf('github').filter((each) => each !== 'no-bypass');
    expect(missing({ ...bare, ownersFile: undefined })).toEqual(wanted);
  });

  test.each([
    [{ required_approving_review_count: 0 }, 'approval'],
    [{ dismiss_stale_reviews_on_push: false }, 'fresh-approval'],
    [{ require_last_push_approval: false }, 'other-approver'],
    [{ require_code_owner_review: false }, 'owner-approval'],
  ])('of the pull request’s rule: %o', (change, requirement) => {
    const [rule, ...rest] = branchRules;
    const changed = { ...rule, parameters: { ...pull, ...change } };
    expect(missing({ branchRules: [changed, ...rest] })).toEqual([requirement]);
  });

  test('other rules and the file of owners', () => {
    expect(missing({ branchRules: branchRules.slice(0, 1) })).toEqual(['tests', 'no-force-push']);
    expect(missing({ ownersFile: undefined })).toEqual(['owners-file']);
    expect(missing({ ownersFile: { errors: [{ line: 3, kind: 'Unknown owner' }] } })).toEqual([
      'owners-file',
    ]);
  });

  test('a bypass counts, also one that cannot be seen', () => {
    const admins = [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }];
    expect(missing({ rulesets: [{ ...ruleset, bypass_actors: admins }] })).toEqual(['no-bypass']);
    expect(missing({ rulesets: [{ id: 42, name: 'main' }] })).toEqual(['no-bypass']);
    expect(missing({ rulesets: [undefined] })).toEqual(['no-bypass']);
    const reviews = older.required_pull_request_reviews;
    for (const protection of [
      { ...older, enforce_admins: { enabled: false } },
      {
        ...older,
        required_pull_request_reviews: {
          ...reviews,
          bypass_pull_request_allowances: { users: [{ login: 'an' }], teams: [], apps: [] },
        },
      },
    ]) {
      expect(missing({ ...bare, protection })).toEqual(['no-bypass']);
    }
  });

  test('what one rule leaves open another may close', () => {
    const admins = [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }];
    const rulesets = [{ ...ruleset, bypass_actors: admins }];
    expect(missing({ rulesets, protection: older })).toEqual([]);
  });
});

describe('GitLab', () => {
  const noOne = [{ id: 1, access_level: 0, access_level_description: 'No one' }];
  const main = {
    id: 1,
    name: 'main',
    push_access_levels: noOne,
    merge_access_levels: [{ id: 2, access_level: 30 }],
    allow_force_push: false,
    code_owner_approval_required: true,
  };
  const rule = {
    id: 1,
    name: 'Người duyệt',
    rule_type: 'regular',
    approvals_required: 1,
    protected_branches: [] as object[],
    applies_to_all_protected_branches: false,
  };
  const approvals = {
    reset_approvals_on_push: true,
    disable_overriding_approvers_per_merge_request: true,
    merge_requests_author_approval: false,
    merge_requests_disable_committers_approval: true,
  };
  const project = {
    id: 7,
    only_allow_merge_if_pipeline_succeeds: true,
    allow_merge_on_skipped_pipeline: false,
  };
  const full = {
    project,
    protectedBranches: [main],
    approvals,
    approvalRules: [rule],
    ownersFile: { file_name: 'CODEOWNERS' },
  };
  const missing = (changes: object) =>
    missingFrom('gitlab', gitLabRules({ ...full, ...changes }, 'main'));

  test('fully protected, it lacks nothing', () => expect(missing({})).toEqual([]));

  test('without Premium, approvals cannot be enforced', () => {
    expect(missing({ approvals: undefined, approvalRules: undefined })).toEqual([
      'approval',
      'fresh-approval',
      'other-approver',
      'no-bypass',
    ]);
  });

  test.each<[object, string[]]>([
    [{ protectedBranches: [] }, ['no-direct-push', 'owner-approval', 'no-force-push']],
    [
      {
        protectedBranches: [
          main,
          { ...main, name: 'ma*', push_access_levels: [{ access_level: 40 }] },
        ],
      },
      ['no-direct-push'],
    ],
    [{ protectedBranches: [main, { ...main, name: 'v*', allow_force_push: true }] }, []],
    [
      {
        protectedBranches: [
          { ...main, push_access_levels: [...noOne, { access_level: 40, deploy_key_id: 1 }] },
        ],
      },
      ['no-direct-push'],
    ],
    [{ protectedBranches: [{ ...main, allow_force_push: true }] }, ['no-force-push']],
    [{ approvalRules: [{ ...rule, approvals_required: 0 }] }, ['approval']],
    [{ approvalRules: [{ ...rule, protected_branches: [{ name: 'v1' }] }] }, ['approval']],
    [{ approvals: { ...approvals, reset_approvals_on_push: false } }, ['fresh-approval']],
    [{ approvals: { ...approvals, merge_requests_author_approval: true } }, ['other-approver']],
    [
      { approvals: { ...approvals, disable_overriding_approvers_per_merge_request: false } },
      ['no-bypass'],
    ],
    [{ project: { ...project, allow_merge_on_skipped_pipeline: true } }, ['tests']],
    [{ ownersFile: undefined }, ['owners-file']],
  ])('%j lacks %j', (changes, expected) => expect(missing(changes)).toEqual(expected));
});

describe('Forgejo', () => {
  const protection = {
    branch_name: 'main',
    rule_name: 'main',
    enable_push: false,
    enable_push_whitelist: false,
    push_whitelist_usernames: [],
    push_whitelist_deploy_keys: false,
    enable_status_check: true,
    status_check_contexts: ['ci / npm test (pull_request)'],
    required_approvals: 1,
    block_on_rejected_reviews: true,
    block_on_official_review_requests: true,
    dismiss_stale_approvals: true,
    ignore_stale_approvals: false,
    unprotected_file_patterns: '',
    apply_to_admins: true,
  };
  const missing = (changes: object) => {
    const answers = { protection: { ...protection, ...changes }, ownersFile: {} };
    return missingFrom('forgejo', forgejoRules(answers, check));
  };

  test.each<[object, string[]]>([
    [{}, []],
    [{ enable_push: true, enable_push_whitelist: true }, ['no-direct-push']],
    [{ unprotected_file_patterns: 'content/media/**' }, ['no-direct-push']],
    [{ required_approvals: 0 }, ['approval']],
    [{ dismiss_stale_approvals: false }, ['fresh-approval']],
    [{ dismiss_stale_approvals: false, ignore_stale_approvals: true }, []],
    [{ block_on_official_review_requests: false }, ['owner-approval']],
    [{ status_check_contexts: null }, ['tests']],
    [{ enable_status_check: false }, ['tests']],
    [{ apply_to_admins: false }, ['no-bypass']],
  ])('%j lacks %j', (changes, expected) => expect(missing(changes)).toEqual(expected));

  test('an unprotected branch lacks everything', () => {
    const rules = forgejoRules({ protection: undefined, ownersFile: undefined }, check);
    const wanted = requirementsOf('forgejo').filter((each) => each !== 'no-bypass');
    expect(missingFrom('forgejo', rules)).toEqual(wanted);
  });
});

describe('npm run protection, against a host on this machine', () => {
  /** Runs the command against a host that gives these answers by path; others are 404. */
  async function run(setting: (origin: string) => string, answers: Record<string, unknown>) {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization ?? '');
      const answer = answers[decodeURIComponent(request.url!.replace(/\?.*/, ''))];
      const status = typeof answer === 'number' ? answer : answer === undefined ? 404 : 200;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { ...process.env, HOST_TOKEN: 'ma-bi-mat' };
    const args = [resolve('scripts/protection.ts'), setting(origin)];
    const result = await new Promise<{ code: number; text: string }>((done) => {
      execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
      );
    });
    server.close();
    return { ...result, seen };
  }
  const forgejo = (origin: string) => `forgejo:${origin}/phuong/trang`;
  const api = '/api/v1/repos/phuong/trang';
  const protection = {
    enable_push: false,
    enable_status_check: true,
    status_check_contexts: ['npm test'],
    required_approvals: 1,
    block_on_official_review_requests: true,
    dismiss_stale_approvals: true,
    unprotected_file_patterns: '',
    apply_to_admins: true,
  };
  const branch = { name: 'main', protected: true, effective_branch_protection_name: 'ma*' };

  test('ends well when nothing is missing', async () => {
    const { code, text, seen } = await run(forgejo, {
      [`${api}/branches/main`]: branch,
      [`${api}/branch_protections/ma*`]: protection,
      [`${api}/contents/CODEOWNERS`]: { type: 'file' },
    });
    expect(code).toBe(0);
    expect(text).not.toContain('✗');
    expect(new Set(seen)).toEqual(new Set(['token ma-bi-mat']));
  });

  test('says what is missing and where to set it, and ends with 1', async () => {
    const { code, text } = await run(forgejo, {
      [`${api}/branches/main`]: branch,
      [`${api}/branch_protections/ma*`]: { ...protection, apply_to_admins: false },
    });
    expect(code).toBe(1);
    expect(text).toContain('✗ Không ai được bỏ qua');
    expect(text).toContain('Enforce this rule for repository admins');
    expect(text).toContain('✗ Kho có tệp CODEOWNERS');
    expect(text).toContain('✓ Trước khi gộp phải có ít nhất 1 người khác duyệt');
  });

  // As Forgejo 14.0.1 answered on 2026-11-29 to somebody who may write to the repository.
  test('Forgejo hides the rule from who does not administer: nothing is said to be missing', async () => {
    const { code, text } = await run(forgejo, {
      [`${api}/branches/main`]: { ...branch, effective_branch_protection_name: '' },
    });
    expect(code).toBe(2);
    expect(text).toContain('mã truy cập của người quản trị kho');
    expect(text).not.toContain('✗');
  });

  test('GitLab without Premium refuses two questions: they are answered “nothing”', async () => {
    const project = '/api/v4/projects/phuong/trang';
    const { code, text, seen } = await run((origin) => `gitlab:${origin}/phuong/trang`, {
      [project]: { only_allow_merge_if_pipeline_succeeds: true },
      [`${project}/protected_branches`]: [],
      [`${project}/approvals`]: 403,
      [`${project}/approval_rules`]: 403,
    });
    expect(code).toBe(1);
    expect(text).toContain('Merge request approvals (Premium)');
    expect(seen[0]).toBe('Bearer ma-bi-mat');
  });

  test.each([
    [{ '/api/v3/repos/phuong/trang/rules/branches/main': 403 }, 'HOST_TOKEN không đủ quyền'],
    [{}, 'không có kho phuong/trang'],
    [{ '/api/v3/repos/phuong/trang/rules/branches/main': [{ type: 5 }] }, 'khác dạng đã biết'],
  ])('what cannot be checked is no success: %j', async (answers, words) => {
    const { code, text } = await run((origin) => `github:${origin}/phuong/trang`, answers);
    expect(code).toBe(2);
    expect(text).toContain(words);
    expect(text).not.toContain('ma-bi-mat');
  });
});
