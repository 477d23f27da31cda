/** A build that takes too much memory is ended; the site stays, and people are told. */
import { expect, test } from 'vitest';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { containing, key, saveOf, startWorld } from './harness.ts';

/** Takes 300 MB outside the heap of Node.js, in a program of its own, and never ends. */
const greedy = `
const hold = Buffer.alloc(300_000_000, 1);
setInterval(() => hold.fill(2), 1000);
`;

test.runIf(process.platform === 'linux')(
  'a greedy build is ended, the old site stays',
  async () => {
    let isGreedy = false;
    const world = await startWorld({
      buildMemory: 200 * 1024 * 1024,
      buildCommand: (source, outDir) =>
        isGreedy
          ? { file: 'sh', args: ['-c', '"$1" -e "$2"; exit 0', 'sh', process.execPath, greedy] }
          : fakeBuild(source, outDir),
    });
    try {
      const before = world.services.builder.releases;
      await world.cms('editor', 'persistEntry', saveOf('tham-an'));
      for (const [as, newStatus] of [
        ['editor', 'pending_review'],
        ['approver', 'pending_publish'],
      ] as const) {
        await world.cms(as, 'updateUnpublishedEntryStatus', { ...key('tham-an'), newStatus });
      }
      isGreedy = true;
      const refused = await world.cms('approver', 'publishUnpublishedEntry', key('tham-an'));
      expect(refused.body).toMatchObject({ error: containing('cần hơn 200 MB bộ nhớ') });
      expect(refused.status).toBeLessThan(500);
      expect(world.services.builder.releases).toEqual(before);
      await expect
        .poll(() => world.services.notices.boxes.noticesOf('giang').map(({ kind }) => kind))
        .toContain('build-failed');
      isGreedy = false;
      const published = await world.cms('approver', 'publishUnpublishedEntry', key('tham-an'));
      expect(published.status).toBe(200);
    } finally {
      await world.close();
    }
  },
);
