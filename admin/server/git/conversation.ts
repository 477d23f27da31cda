/** A program that stays and answers question after question: none is started for each of them. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Outcome } from './process.ts';

/**
 * Finds an answer at the start of what was received: the answer and where it ends, or, when it is not
 * all there, how many bytes must be there before it is worth looking again.
 */
export type ReadAnswer<T> = (received: Buffer) => { answer: T; end: number } | number;

/** One line, without its end. */
export const readLine: ReadAnswer<string> = (received) => {
  const end = received.indexOf('\n');
  if (end < 0) return received.length + 1;
  return { answer: received.toString('utf8', 0, end), end: end + 1 };
};

/** Milliseconds. A program that stays holds on to packs that git has thrown away since. */
const longestLife = 60_000;

interface Question {
  words: string;
  read: ReadAnswer<unknown>;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

export class Conversation {
  readonly #start: () => ChildProcessWithoutNullStreams;
  readonly #explain: (outcome: Outcome) => Error;
  #program: ChildProcessWithoutNullStreams | undefined;
  #began = 0;
  /** In the order asked, which is the order of the answers. */
  #open: Question[] = [];
  #received: Buffer[] = [];
  #size = 0;
  #needed = 0;

  /** `explain` makes an error of how a program ended that had not answered. */
  constructor(start: () => ChildProcessWithoutNullStreams, explain: (outcome: Outcome) => Error) {
    this.#start = start;
    this.#explain = explain;
  }

  /** Rejects when the program ends at this question; the next one starts it again. */
  ask<T>(words: string, read: ReadAnswer<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#put({ words, read, resolve: resolve as Question['resolve'], reject });
    });
  }

  /** Ends the program; a later question starts it again. */
  close(): void {
    this.#program?.stdin.end();
    this.#program = undefined;
  }

  #put(question: Question): void {
    if (this.#open.length === 0 && Date.now() - this.#began > longestLife) this.close();
    const program = (this.#program ??= this.#begin());
    this.#open.push(question);
    holdOpen(program, true);
    program.stdin.write(question.words);
  }

  #begin(): ChildProcessWithoutNullStreams {
    const program = this.#start();
    this.#began = Date.now();
    const said: string[] = [];
    program.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    program.stdout.on('data', (chunk: Buffer) => this.#receive(chunk, program));
    // A program that has ended breaks the pipe; its end says why.
    program.stdin.on('error', () => undefined);
    program.on('error', (error) => said.push(error.message));
    program.on('close', (code, signal) => {
      // One that was closed had answered everything.
      if (this.#program !== program) return;
      this.#program = undefined;
      const outcome = { code, signal, stdout: Buffer.alloc(0), stderr: said.join('') };
      this.#fail(this.#explain(outcome));
    });
    return program;
  }

  #receive(chunk: Buffer, program: ChildProcessWithoutNullStreams): void {
    this.#received.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    const all = Buffer.concat(this.#received, this.#size);
    let at = 0;
    for (let question = this.#open[0]; question; question = this.#open[0]) {
      const found = question.read(all.subarray(at));
      if (typeof found === 'number') {
        this.#needed = found;
        break;
      }
      this.#needed = 0;
      at += found.end;
      this.#open.shift();
      question.resolve(found.answer);
    }
    this.#received = [all.subarray(at)];
    this.#size = all.length - at;
    if (this.#open.length === 0) holdOpen(program, false);
  }

  /** The question at which the program ended has failed; those behind it are asked again. */
  #fail(error: Error): void {
    const [first, ...others] = this.#open;
    this.#open = [];
    this.#received = [];
    this.#size = this.#needed = 0;
    first?.reject(error);
    for (const question of others) this.#put(question);
  }
}

/** Whether this process stays alive for the program: while somebody waits for an answer. */
function holdOpen(program: ChildProcessWithoutNullStreams, isHeld: boolean): void {
  const change = isHeld ? 'ref' : 'unref';
  program[change]();
  for (const pipe of [program.stdin, program.stdout, program.stderr]) {
    (pipe as unknown as { ref: () => void; unref: () => void })[change]();
  }
}
