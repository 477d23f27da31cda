/** Work in rounds: done when somebody asks and from time to time; after a failure again by itself. */

export interface RoundsOptions {
  /** One round; `signal` ends it. */
  work: (signal: AbortSignal) => Promise<void>;
  onFailure: (error: unknown) => void;
  /** From asking to beginning, in milliseconds: what is asked in quick succession is done at once. */
  settle: number;
  /** Milliseconds from the end of a round to the next that nobody asked for; none when absent. */
  every?: number;
}

const firstRetryMilliseconds = 5000;
const lastRetryMilliseconds = 5 * 60 * 1000;

export class Rounds {
  readonly #options: RoundsOptions;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #isWanted = false;
  #failures = 0;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** Ends when the rounds do. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Begins with a round at once. */
  start(): void {
    this.#schedule(0);
  }

  /** Asks for a round. */
  wake(): void {
    this.#isWanted = true;
    // After a failure the next attempt has its time; a round that is under way is followed by another.
    if (!this.#round && this.#failures === 0) this.#schedule(this.#options.settle);
  }

  /** Ends a round that is under way. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#round;
  }

  #schedule(milliseconds: number | undefined): void {
    if (this.#stop.signal.aborted || milliseconds === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#round = this.#run().finally(() => {
        this.#round = undefined;
        this.#schedule(this.#pause());
      });
    }, milliseconds).unref();
  }

  #pause(): number | undefined {
    if (this.#failures > 0) {
      return Math.min(firstRetryMilliseconds * 2 ** (this.#failures - 1), lastRetryMilliseconds);
    }
    return this.#isWanted ? this.#options.settle : this.#options.every;
  }

  async #run(): Promise<void> {
    const { work, onFailure } = this.#options;
    this.#isWanted = false;
    try {
      await work(this.#stop.signal);
      this.#failures = 0;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#failures += 1;
      onFailure(error);
    }
  }
}
