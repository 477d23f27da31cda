/** `npm start`: starts the server, or says why not. */
import { resolve } from 'node:path';
import { assertColorsAreJson } from '#src/checks/colors-json.ts';

try {
  assertColorsAreJson(resolve(import.meta.dirname, '../..'));
  // Only now: these modules load the colours themselves.
  const { start } = await import('./start.ts');
  await start();
} catch (error) {
  const { diskProblemOf } = await import('./machine/disk.ts');
  const { message, cause } = error as Error;
  const problem = diskProblemOf(error);
  console.error(`Không khởi động được: ${problem ? `${problem}\n${message}` : message}`);
  if (cause instanceof Error) console.error(cause.message);
  process.exitCode = 1;
}
