/** One real server and one Chromium for all browser tests, and what they need to know of them. */
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './browser.ts';
import { startRealServer } from './real-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
    passwords: Record<string, string>;
    repository: string;
    /** Where Chromium is connected to (`shared-browser.ts`). */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [{ site, passwords, repository, stop }, browser] = await Promise.all([
    startRealServer(),
    launchBrowserServer(),
  ]);
  project.provide('site', site);
  project.provide('passwords', passwords);
  project.provide('repository', repository);
  project.provide('chromium', browser.wsEndpoint());
  return async () => {
    await Promise.all([stop(), browser.close()]);
  };
}
