/**
 * `npm run bench:pictures`: pictures a second from nothing, one after another and two at a time,
 * and what it costs to find all of them drawn already.
 */
import { performance } from 'node:perf_hooks';
import { runnerImport } from 'vite';
import { pictureInput } from '../src/channels/social/input.ts';
import { pictureFormats } from '../src/model/share-kit.ts';
import { kitContext, kitEntries } from '../tests/channels/kit-fixtures.ts';

/** Templates are TSX, which Node does not read by itself. */
const load = async <T>(path: string) =>
  (await runnerImport<T>(path, { configFile: false, logLevel: 'error' })).module;
const { picturePng, pictureSvg } = await load<typeof import('../src/channels/social/social.tsx')>(
  './src/channels/social/social.tsx',
);
const { toPng } = await load<typeof import('../src/channels/pictures/draw.ts')>(
  './src/channels/pictures/draw.ts',
);

/** Entries drawn from nothing: enough of both types to be typical. */
const sample = kitEntries.filter((_, index) => index % 6 === 0);

const jobs = (entries: typeof kitEntries) =>
  entries.flatMap((entry) => {
    const input = pictureInput(entry, kitContext);
    return pictureFormats.map((format) => ({ input, format }));
  });

const draw = async ({ input, format }: ReturnType<typeof jobs>[number]) =>
  toPng(await pictureSvg(input, format));

await draw(jobs(sample)[0]!);
report(
  'cold, one after another',
  jobs(sample).length,
  await time(() => each(jobs(sample), 1, draw)),
);
report('cold, two at a time', jobs(sample).length, await time(() => each(jobs(sample), 2, draw)));
const all = jobs(kitEntries);
await each(all, 2, ({ input, format }) => picturePng(input, format));
report(
  'warm, all there are',
  all.length,
  await time(() => each(all, 1, ({ input, format }) => picturePng(input, format))),
);

/** Runs the work for each item, `width` at a time. */
async function each<T>(items: readonly T[], width: number, work: (item: T) => Promise<unknown>) {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function report(name: string, count: number, seconds: number): void {
  const speed = (count / seconds).toFixed(1);
  console.log(`${name.padEnd(28)} ${count} pictures in ${seconds.toFixed(1)} s: ${speed} a second`);
}
