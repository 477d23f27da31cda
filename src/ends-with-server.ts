const program = `
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.stdin.on('close', () => process.exit(1)).resume().unref();
`;

/**
 * Arguments of Node for a program that ends when the server does, even one that was killed: its input,
 * which the server holds open, then ends. What such a program starts ends with it in the same way.
 */
export const endsWithServer = [
  '--import',
  `data:text/javascript,${encodeURIComponent(program)}`,
] as const;
