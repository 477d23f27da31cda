/**
 * `npm test`: every check that a change must pass, cheapest first, each announced before it runs.
 * All steps run even when one fails. Each failure is told again at the end, for it is hundreds of
 * lines away by then, and the last line counts: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface Step {
  name: string;
  command: [string, ...string[]];
  /** Vitest writes its counts where we can read them; any other step counts as one. */
  counts?: boolean;
  /** The step of another lane that must have ended. */
  after?: string;
}

const vitest = (project: string): Step['command'] => ['vitest', 'run', '--project', project];

/** What a step came to. */
interface Outcome {
  passed: number;
  failed: number;
  /** The tests that failed, each with its file and the first line of its message. */
  failures: string[];
}

/** What we read of the report that Vitest writes (its type is not exported). */
interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Steps one after the other; each needs what those before it made. */
type Lane = Step[];

/** Stages one after the other; the lanes of a stage run side by side, and fill two cores. */
const stages: Lane[][] = [
  // Astro's own types, which the next stage reads.
  [[{ name: 'prepare', command: ['astro', 'sync', '--silent'] }]],
  [
    [{ name: 'types', command: ['astro', 'check', '--minimumSeverity', 'error'] }],
    [{ name: 'lint', command: ['eslint', '.'] }],
    [{ name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] }],
    [
      {
        name: 'imports',
        command: ['depcruise', '--output-type', 'err', 'src', 'admin', 'scripts', 'deploy'],
      },
    ],
    [{ name: 'content', command: ['node', 'src/checks/cli.ts', 'content'] }],
  ],
  [
    // The shorter lane takes what either could do.
    [
      { name: 'unit tests', command: vitest('unit'), counts: true },
      { name: 'dist checks', command: ['node', 'src/checks/cli.ts', 'dist'], after: 'build' },
    ],
    [
      { name: 'build', command: ['node', 'admin/build-site.ts'] },
      { name: 'browser tests', command: vitest('browser'), counts: true },
    ],
  ],
];

// Six posters an entry would take longer than all of its pages: they are made when a test asks.
process.env['SITE_DOWNLOADS'] = 'on-request';

const ends = new Map(stages.flat(2).map(({ name }) => [name, Promise.withResolvers()]));
const work = await mkdtemp(join(tmpdir(), 'npm-test-'));
let passed = 0;
let failed = 0;
const failures: string[] = [];
for (const [index, lanes] of stages.entries()) {
  const place = `[${index + 1}/${stages.length}]`;
  await Promise.all(lanes.map((lane) => reportAll(lane, place)));
}
await rm(work, { recursive: true });
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function reportAll(lane: Lane, place: string): Promise<void> {
  for (const step of lane) {
    if (step.after !== undefined) await ends.get(step.after)!.promise;
    await report(step, place);
    ends.get(step.name)!.resolve(undefined);
  }
}

/** Runs a step, says how it went and counts. */
async function report(step: Step, place: string): Promise<void> {
  console.log(`\n${place} ${step.name} …`);
  const started = Date.now();
  const result = await run(step);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) {
    failures.push([step.name, ...result.failures.map((failure) => `  ${failure}`)].join('\n'));
  }
  console.log(`${place} ${step.name}: ${result.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
}

async function run({ name, command, counts }: Step): Promise<Outcome> {
  const [program, ...args] = command;
  const output = join(work, `${name.replace(/\W/g, '-')}.json`);
  if (counts) args.push('--reporter=default', '--reporter=json', `--outputFile.json=${output}`);
  const code = await new Promise<number>((resolve, reject) => {
    spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('close', (status) => resolve(status ?? 1));
  });
  if (!counts) return { passed: Number(code === 0), failed: Number(code !== 0), failures: [] };
  const report = JSON.parse(await readFile(output, 'utf8')) as VitestReport;
  const failures = failuresOf(report);
  // An error outside of every test and file is told by the exit code alone.
  return { passed: report.numPassedTests, failed: failures.length || Number(code !== 0), failures };
}

function failuresOf({ testResults }: VitestReport): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative('.', name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      // A file that cannot be loaded has no test, and says itself what is wrong.
      if (tests.length === 0) return [`${file}: ${firstLine(message)}`];
      return tests.map(
        ({ fullName, failureMessages }) =>
          `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
      );
    });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}
