/** How a command of `package.json` ends that cannot do what it was asked. */

/** Prints which option was wrong and how it is called, else what is wrong; the exit code is 1. */
export function endWithError(error: unknown, usage: string): void {
  const { code, message } = error as Error & { code?: string };
  // Node says it in English, the option between quotation marks.
  const [, option] = (code?.startsWith('ERR_PARSE_ARGS') && /'([^' ]+)/.exec(message)) || [];
  console.error(option === undefined ? message : `Tham số “${option}” chưa đúng.\n${usage}`);
  process.exitCode = 1;
}
