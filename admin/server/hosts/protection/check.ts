/** Checks a repository's protection at its host. */
import { z } from 'zod';
import type { Host } from '#admin/host.ts';
import type { Ask } from './api.ts';
import { askForgejo, forgejoRules } from './forgejo.ts';
import { askGitHub, gitHubRules } from './github.ts';
import { askGitLab, gitLabRules } from './gitlab.ts';
import { meanings, missingFrom, places, requirementsOf, type Rule } from './requirements.ts';

export interface ProtectionReport {
  /** One line for each requirement, in Vietnamese. */
  lines: string[];
  isComplete: boolean;
}

/** Asks the host and reports; `check` names the status check that runs the tests. */
export async function checkProtection(
  host: Host,
  ask: Ask,
  check: string,
): Promise<ProtectionReport> {
  const { name, repository, branch } = host;
  const rules = await rulesOf(host, ask, check).catch((error: unknown) => {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Error(`${host.origin} trả lời khác dạng đã biết:\n${z.prettifyError(error)}`);
  });
  const missing = new Set(missingFrom(name, rules));
  const lines = requirementsOf(name).map((requirement) =>
    missing.has(requirement)
      ? `✗ ${meanings[requirement]}\n    → ${places[name][requirement]}`
      : `✓ ${meanings[requirement]}`,
  );
  return {
    lines: [`${name}: ${repository}, nhánh ${branch}`, ...lines],
    isComplete: missing.size === 0,
  };
}

async function rulesOf(host: Host, ask: Ask, check: string): Promise<Rule[]> {
  switch (host.name) {
    case 'github':
      return gitHubRules(await askGitHub(host, ask), check);
    case 'gitlab':
      return gitLabRules(await askGitLab(host, ask), host.branch);
    case 'forgejo':
      return forgejoRules(await askForgejo(host, ask), check);
  }
}
