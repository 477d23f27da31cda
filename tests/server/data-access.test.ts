import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWorld } from './harness.ts';

test('the web server in front reads releases, and nothing else in the data folder', async () => {
  const world = await startWorld();
  try {
    const dataDir = join(world.dir, 'data');
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    expect(await modeOf(dataDir)).toBe(0o711);
    const open: string[] = [];
    for (const name of await readdir(dataDir)) {
      if ((await modeOf(join(dataDir, name))) & 0o077) open.push(name);
    }
    // The index holds the names of published files alone.
    expect(open.filter((name) => name !== 'build-index')).toEqual(['releases']);
    expect(await modeOf(join(dataDir, 'releases/current/index.html'))).toBe(0o644);
  } finally {
    await world.close();
  }
});
