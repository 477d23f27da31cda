/** A full disk: how it is recognised, whoever met it first, and what is said about it. */
import { statfs } from 'node:fs/promises';

export const diskFullMessage =
  'Ổ đĩa của máy chủ đã đầy nên chưa ghi được. Nội dung đã lưu trước đó còn nguyên. Hãy giữ trang này mở và báo người quản trị.';

/** Below this many free bytes a warning is shown. */
const lowBytes = 200 * 1024 * 1024;

/** A program that this server ran could not write. */
export class DiskFullError extends Error {}

const codes = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const words = /ENOSPC|No space left on device|Disk quota exceeded|File too large|SIGXFSZ/i;

/** True for an error that says that nothing more can be written. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DiskFullError) return true;
  const { code = '' } = error as NodeJS.ErrnoException;
  return codes.includes(code) || saysDiskFull(error.message) || isDiskFull(error.cause);
}

/** True for a program's output that says that nothing more could be written. */
export function saysDiskFull(output: string): boolean {
  return words.test(output);
}

/** A warning when little is left on the disk that holds a folder. */
export async function lowDiskWarning(dir: string): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  if (free >= lowBytes) return undefined;
  const megabytes = Math.floor(free / 1024 / 1024);
  return `Ổ đĩa của máy chủ chỉ còn ${megabytes} MB trống. Hãy dọn bớt trước khi đầy.`;
}
