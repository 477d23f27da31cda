/** Runs a program without a shell and waits for its end. */
import { spawn } from 'node:child_process';

export interface Outcome {
  /** Exit code; `null` when a signal ended the program. */
  code: number | null;
  /** The signal that ended the program. */
  signal: NodeJS.Signals | null;
  stdout: Buffer;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  env: NodeJS.ProcessEnv;
  input?: string | Buffer;
  signal?: AbortSignal;
  /** Leaves the program's input open, so that it sees an end there when this process dies. */
  keepInputOpen?: boolean;
  /** Called with the program's process number once it runs. */
  onStart?: (pid: number) => void;
}

/** How a program is run: here, or aside (`aside.ts`). */
export type RunProgram = (
  file: string,
  args: readonly string[],
  options: RunOptions,
) => Promise<Outcome>;

/** Rejects only when the program cannot be started or `signal` ends it. */
export function runProgram(
  file: string,
  args: readonly string[],
  { input, keepInputOpen, onStart, ...options }: RunOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    if (child.pid !== undefined) onStart?.(child.pid);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
    // A program that ends before it has read its input breaks the pipe; its exit code says why.
    child.stdin.on('error', () => undefined);
    if (!keepInputOpen) child.stdin.end(input);
  });
}

/** This process's environment without what would point git at another repository. */
export function environmentWithoutGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_')),
  );
}
