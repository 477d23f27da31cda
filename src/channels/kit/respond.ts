/** Files of the build as responses. */
import { readFile } from 'node:fs/promises';

/** A file of the build as a response. */
export function fileResponse(bytes: Buffer | string, type: string): Response {
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return new Response(body, { headers: { 'Content-Type': type } });
}

/** Names the kept file that a response is made of: a build links it (`made-files.ts`). */
export const keptHeader = 'X-Kept-File';

/** A kept file (`src/build-cache.ts`) as a response; it is read when somebody reads the response. */
export function keptResponse(path: string, type: string): Response {
  const body = new ReadableStream(
    {
      async pull(controller) {
        controller.enqueue(new Uint8Array(await readFile(path)));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'Content-Type': type, [keptHeader]: path } });
}
