/** How fast pictures are drawn, and what a build costs in which nothing has changed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { pictureInput } from '../../src/channels/social/input.ts';
import { pictureFormats } from '../../src/model/share-kit.ts';
import { kitContext, kitEntries } from '../../tests/channels/kit-fixtures.ts';
import { row, time } from './row.ts';

/** Templates are TSX, which Node does not read by itself. */
const load = async <T>(path: string) =>
  (await runnerImport<T>(path, { configFile: false, logLevel: 'error' })).module;
const { drawPicture } = await load<typeof import('../../src/channels/social/social.tsx')>(
  './src/channels/social/social.tsx',
);

/** Entries drawn from nothing: enough of both types to be typical. */
const sample = kitEntries.filter((_, index) => index % 6 === 0);

const jobs = sample.flatMap((entry) => {
  const input = pictureInput(entry, kitContext);
  return pictureFormats.map((format) => ({ input, format }));
});

/** As many as a build draws at a time (`build.concurrency` in `astro.config.mjs`). */
const width = 3;

export async function benchPictures(): Promise<void> {
  const draw = ({ input, format }: (typeof jobs)[number]) => drawPicture(input, format);
  await draw(jobs[0]!);
  const milliseconds = await time(async () => {
    const rest = jobs.values();
    await Promise.all(
      Array.from({ length: width }, async () => {
        for (const job of rest) await draw(job);
      }),
    );
  });
  row('a picture, drawn from nothing', [milliseconds / jobs.length]);
  console.log(`  that is ${((jobs.length / milliseconds) * 1000).toFixed(1)} pictures a second`);

  const outDir = await mkdtemp(join(tmpdir(), 'bench-build-'));
  await build(outDir);
  row('a build in which nothing has changed', [await time(() => build(outDir))]);
  await rm(outDir, { recursive: true });
}

async function build(outDir: string): Promise<void> {
  const args = ['admin/build-site.ts', '--outDir', outDir];
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(program, 'exit')) as [number];
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
}
