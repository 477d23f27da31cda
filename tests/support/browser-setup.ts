/** One real server for all browser tests, and what they need to know of it. */
import type { TestProject } from 'vitest/node';
import { startRealServer } from './real-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
    passwords: Record<string, string>;
    repository: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { site, passwords, repository, stop } = await startRealServer();
  project.provide('site', site);
  project.provide('passwords', passwords);
  project.provide('repository', repository);
  return stop;
}
