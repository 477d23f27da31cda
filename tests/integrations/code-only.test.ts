/** The server is killed while a build of it has Astro make the code: real processes, told apart by `/proc` (Linux). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { astroBuild } from '#admin/server/build/builder.ts';
import { fixtureContent, makeProject, pagesOnly, startBuild } from '#tests/support/fixture-site.ts';

/** Starts a build as the server does, and lives until it is killed. */
const server = `
  const [file, ...args] = process.argv.slice(1);
  require('node:child_process').spawn(file, args, { stdio: ['pipe', 'ignore', 'inherit'] });
`;

/** Whether a process runs that was told this word. */
function isTold(word: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word);
      } catch {
        // It has ended.
        return false;
      }
    });
}

test.runIf(process.platform === 'linux')(
  'Astro ends with a server that is killed, and the next build removes what it left',
  { timeout: 600_000 },
  async () => {
    const root = await makeProject(fixtureContent(1));
    onTestFinished(() => rm(root, { recursive: true, maxRetries: 5 }));
    const left = () => globSync('.cache/code-only-*', { cwd: root });
    const { file, args } = astroBuild(root, join(root, 'dist'));
    const killed = spawn(process.execPath, ['-e', server, '--', file, ...args], {
      cwd: root,
      env: { ...process.env, ...pagesOnly },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await expect.poll(() => left().some(isTold)).toBe(true);
    const [outDir] = left();
    killed.kill('SIGKILL');
    // While Astro loads its modules it hears nothing.
    await expect.poll(() => isTold(outDir!), { timeout: 120_000 }).toBe(false);
    expect(left()).toEqual([outDir]);
    expect(existsSync(join(root, '.cache/astro/code')), 'Astro went on to the end').toBe(false);

    const [code] = (await once(startBuild(root, pagesOnly), 'exit')) as [number];
    expect(code).toBe(0);
    expect(left()).toEqual([]);
  },
);
