/** A disk that is full or takes no writing: how it is recognised, whoever met it first, and what is said. */
import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const diskFullMessage =
  'Ổ đĩa của máy chủ đã đầy nên chưa ghi được. Nội dung đã lưu trước đó còn nguyên. Hãy giữ trang này mở và báo người quản trị.';

export const readOnlyMessage =
  'Máy chủ không ghi được vào thư mục dữ liệu: ổ đĩa chỉ cho đọc, hoặc thư mục không thuộc về tài khoản chạy máy chủ. Nội dung đã lưu trước đó còn nguyên. Hãy giữ trang này mở và báo người quản trị.';

/** Below this many free bytes a warning is shown. */
const lowBytes = 200 * 1024 * 1024;

/** A program that this server ran could not write. */
export class DiskFullError extends Error {}

const codes = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const words = /ENOSPC|No space left on device|Disk quota exceeded|File too large|SIGXFSZ/i;
const readOnlyWords =
  /EROFS|Read-only file system|Unable to create '.*': Permission denied|insufficient permission for adding an object/i;

/** True for an error that says that nothing more can be written. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DiskFullError) return true;
  const { code = '' } = error as NodeJS.ErrnoException;
  return codes.includes(code) || saysDiskFull(error.message) || isDiskFull(error.cause);
}

/** True for an error that says that nothing may be written there. */
export function isReadOnly(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  // A program that may not be started is another matter.
  const isForbidden =
    ['EACCES', 'EPERM'].includes(code) &&
    /^(open|mkdir|rename|link|unlink|symlink|chmod|rmdir)/.test(syscall);
  return (
    code === 'EROFS' || isForbidden || readOnlyWords.test(error.message) || isReadOnly(error.cause)
  );
}

/** What to tell the person whose work could not be written; `undefined` for any other error. */
export function diskProblemOf(error: unknown): string | undefined {
  if (isDiskFull(error)) return diskFullMessage;
  return isReadOnly(error) ? readOnlyMessage : undefined;
}

/** True for a program's output that says that nothing more could be written. */
export function saysDiskFull(output: string): boolean {
  return words.test(output);
}

/** What is wrong when not even a small file can be written into a folder. */
export async function writeProblem(dir: string): Promise<string | undefined> {
  const path = join(dir, `thu-ghi.${randomUUID()}.tmp`);
  try {
    await writeFile(path, 'x', { mode: 0o600 });
    await rm(path);
    return undefined;
  } catch (error) {
    const problem = diskProblemOf(error);
    if (problem === undefined) throw error;
    return problem;
  }
}

/** A warning when little is left on the disk that holds a folder. */
export async function lowDiskWarning(dir: string): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  if (free >= lowBytes) return undefined;
  const megabytes = Math.floor(free / 1024 / 1024);
  return `Ổ đĩa của máy chủ chỉ còn ${megabytes} MB trống. Hãy dọn bớt trước khi đầy.`;
}
