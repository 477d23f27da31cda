/** How a command of `package.json` ends that cannot do what it was asked. */

/** Prints how it is called where its options were wrong, else what is wrong; the exit code is 1. */
export function endWithError(error: unknown, usage: string): void {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? usage : (error as Error).message);
  process.exitCode = 1;
}
