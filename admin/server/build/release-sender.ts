/**
 * Sends each release that is served here to other places. A place that is ill hinders nobody: it is told,
 * tried again, and keeps serving what it has.
 */
import { join, resolve } from 'node:path';
import { endsWithServer } from '#src/ends-with-server.ts';
import type { Target } from '../../release/target.ts';
import { runProgram } from '../git/process.ts';
import type { Health } from '../machine/health.ts';
import { Rounds } from '../machine/rounds.ts';
import type { Builder } from './builder.ts';
import { standingBack } from './standing-back.ts';

interface Options {
  targets: readonly Target[];
  builder: Builder;
  health: Health;
  /** Holds `build/`, with what builds have drawn. */
  dataDir: string;
  /** How far it stands back behind editors, as builds do. */
  niceness: number | undefined;
}

/** `npm run deploy:release`: reading and sending a whole site is no work for the server's own process. */
const program = resolve(import.meta.dirname, '../../release/release-cli.ts');

const settleMilliseconds = 300;
/** A first sending carries the whole site. */
const sendMilliseconds = 60 * 60 * 1000;

export class ReleaseSender {
  readonly #options: Options;
  readonly #places: readonly Rounds[];
  /** Address → what is wrong with it. */
  readonly #problems = new Map<string, string>();

  constructor(options: Options) {
    this.#options = options;
    this.#places = options.targets.map(
      ({ address }) =>
        new Rounds({
          settle: settleMilliseconds,
          work: async (signal) => {
            await this.#send(address, signal);
            this.#tell(address, undefined);
          },
          onFailure: (error) => this.#tell(address, (error as Error).message),
        }),
    );
  }

  /** Begins with the release that is served now; `wake` says that another one is. */
  start(): void {
    for (const place of this.#places) place.start();
  }

  wake(): void {
    for (const place of this.#places) place.wake();
  }

  /** Ends what is being sent. */
  async close(): Promise<void> {
    await Promise.all(this.#places.map((place) => place.close()));
  }

  async #send(address: string, stop: AbortSignal): Promise<void> {
    const { builder, dataDir, niceness = 0 } = this.#options;
    const [served] = builder.releases;
    if (!served || !builder.isWhole()) return;
    const timeout = AbortSignal.timeout(sendMilliseconds);
    const { file, args } = standingBack(niceness, {
      file: process.execPath,
      args: [...endsWithServer, program, '--from', served.dir, '--to', address],
    });
    const { code, stderr } = await runProgram(file, args, {
      // Posters that an earlier release had are found in its cache.
      cwd: join(dataDir, 'build'),
      env: process.env,
      signal: AbortSignal.any([stop, timeout]),
      keepInputOpen: true,
    }).catch((error: unknown) => {
      throw timeout.aborted ? new Error(`✗ ${address}: gửi quá một giờ nên đã dừng.`) : error;
    });
    if (code !== 0) throw new Error(stderr.trim());
  }

  #tell(address: string, problem: string | undefined): void {
    if (problem === undefined) this.#problems.delete(address);
    else this.#problems.set(address, problem);
    const words = ['Chưa gửi được trang tới nơi khác, sẽ tự thử lại.', ...this.#problems.values()];
    this.#options.health.report(
      'releaseProblem',
      this.#problems.size > 0 ? words.join('\n') : undefined,
    );
  }
}
