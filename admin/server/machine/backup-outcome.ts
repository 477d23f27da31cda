/** How the last backups ended, which the backup notes for the server: `backup.json` in the data folder. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from './json-file.ts';
import { readStored } from './stored.ts';

const shape = z.object({
  /** When the last good one was made, in milliseconds. */
  good: z.number().optional(),
  /** When the last one failed, unless a good one was made since. */
  failed: z.number().optional(),
});

export type BackupOutcome = z.infer<typeof shape>;

/** Nothing in it: there was never a backup of this data folder. */
export function readBackupOutcome(dataDir: string): Promise<BackupOutcome> {
  return readStored(pathIn(dataDir), shape, {});
}

export async function noteBackup(dataDir: string, at: Date, isGood: boolean): Promise<void> {
  const { good } = await readBackupOutcome(dataDir);
  const now = at.getTime();
  await writeJson(pathIn(dataDir), isGood ? { good: now } : { good, failed: now });
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'backup.json');
}
