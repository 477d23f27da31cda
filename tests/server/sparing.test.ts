import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { sparing } from '#admin/server/build/memory-limit.ts';

const megabyte = 1024 * 1024;
const asked = 'console.log(require("node:v8").getHeapStatistics().heap_size_limit / 1024 ** 2)';

test.each([
  // The default of a machine of 2 GB; V8 adds room for what is young.
  { limit: 1536, least: 1024, most: 1400 },
  { limit: 300, least: 256, most: 600 },
  { limit: 64 * 1024, least: 2048, most: 2400 },
])(
  'a build that may take $limit MB has about two thirds of it for its heap',
  ({ limit, least, most }) => {
    const env = { ...process.env, ...sparing(limit * megabyte) };
    const heap = Number(execFileSync(process.execPath, ['-e', asked], { env, encoding: 'utf8' }));
    expect(heap).toBeGreaterThanOrEqual(least);
    expect(heap).toBeLessThan(most);
  },
);
