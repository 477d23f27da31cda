import type { z } from 'zod';
import { readJson } from './json-file.ts';

/** A JSON file that the server wrote, checked; `fallback` when there is none. Throws naming it. */
export async function readStored<R extends z.ZodType>(
  path: string,
  rule: R,
  fallback: z.input<R>,
): Promise<z.output<R>> {
  const parsed = rule.safeParse(await readJson(path, fallback));
  if (parsed.success) return parsed.data;
  throw new Error(`Tệp ${path} bị hỏng. Hãy khôi phục từ bản sao lưu.`, { cause: parsed.error });
}
