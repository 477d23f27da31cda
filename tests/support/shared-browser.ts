/** The Chromium that all browser tests share. */
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to it. To close this connection closes what was opened through it, and nothing else. */
export function sharedBrowser(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}
