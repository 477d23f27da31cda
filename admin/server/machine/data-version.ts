/** The form of the data folder, so that code of before never misreads what newer code wrote. */
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';

/**
 * Raised by a change after which older code must not write here; folders without a number are 1. Since 2
 * accounts have passkeys, which older code would drop, and let people in without.
 */
export const dataVersion = 2;

const shape = z.object({ version: z.int().min(1) });

/** The file in the data folder that says its form. */
export const versionFile = 'version.json';

/** Notes the form in a new or older folder; throws for a folder that newer code has written. */
export async function assertDataVersion(dataDir: string): Promise<void> {
  const path = join(dataDir, versionFile);
  const found = await readJson(path, undefined);
  if (found === undefined) return writeJson(path, { version: dataVersion });
  const { success, data } = shape.safeParse(found);
  if (!success) {
    throw new Error(`Tệp ${path} bị hỏng. Hãy khôi phục từ bản sao lưu.`);
  }
  if (data.version === dataVersion) return;
  // What older forms lack, the rules of the files that have it fill in.
  if (data.version < dataVersion) return writeJson(path, { version: dataVersion });
  throw new Error(
    `Thư mục ${dataDir} do phần mềm mới hơn ghi (dạng ${data.version}; bản này biết dạng ${dataVersion}). Hãy chạy bản mới hơn, hoặc khôi phục bản sao lưu trước khi nâng cấp.`,
  );
}
