import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that take longest begin first, so that none runs on when all others are done. */
const longest = ['server/faults', 'channels/social', 'server/review', 'server/lifecycle'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.includes(`tests/${name}.`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/** What a test waits for comes late on a busy machine; Vitest would give it a second. */
const expectations = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          setupFiles: ['tests/support/seed.ts'],
          // The modules are loaded once a worker: loading them anew for each file is a fifth of the work.
          isolate: false,
          expect: expectations,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/browser-setup.ts'],
          setupFiles: ['tests/support/seed.ts'],
          // One real server and one real Chromium: the files take turns.
          fileParallelism: false,
          isolate: false,
          // Tests that may run side by side do so: one a core, and one that waits.
          maxConcurrency: 3,
          expect: expectations,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
