/** The data folder: whether this process can work in it, and who else may read what there. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDiskFull } from './disk.ts';

/** Drafts, audit and what is not published yet are the server's own. */
const own = ['repository.git', 'build', 'preview-build', 'recordings', 'audit', 'notices'];

/**
 * Lets the web server in front, another user, come to the releases and read them; nothing else in the
 * folder is anyone's but the server's.
 */
export async function setDataAccess(dataDir: string): Promise<void> {
  for (const name of own) await chmod(join(dataDir, name), 0o700).catch(nothingThere);
  await chmod(join(dataDir, 'releases'), 0o755);
  await chmod(dataDir, 0o711);
}

/**
 * Makes the data folder where there is none. Throws in Vietnamese, naming folder and remedy, where this
 * process cannot keep files; a full disk is thrown as it comes.
 */
export async function openDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await assertWritable(dataDir);
  } catch (error) {
    throw isDiskFull(error) ? error : new Error(folderProblem(dataDir, error));
  }
}

/** Throws what the system says when no file can be kept in a folder. */
export async function assertWritable(dir: string): Promise<void> {
  const path = join(dir, `thu-ghi.${randomUUID()}.tmp`);
  await writeFile(path, '', { mode: 0o600 });
  await rm(path);
}

/** Says in Vietnamese why a data folder cannot be worked in, and what to do. */
export function folderProblem(dataDir: string, error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return `${dataDir} không phải thư mục: ở đó, hoặc ở thư mục chứa nó, đang có một tệp. Hãy dời tệp ấy đi, hoặc chọn thư mục dữ liệu khác (DATA_DIR).`;
  }
  if (code === 'EROFS') {
    return `Thư mục dữ liệu ${dataDir} nằm trên ổ đĩa chỉ cho đọc. Hãy gắn lại ổ đĩa để ghi được, hoặc chọn thư mục dữ liệu khác (DATA_DIR).`;
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const user = process.getuid?.() ?? 'TÀI-KHOẢN';
    return `Tài khoản đang chạy lệnh này (số ${user}) không ghi được vào thư mục dữ liệu ${dataDir}. Hãy chạy bằng đúng tài khoản của máy chủ biên tập, hoặc giao thư mục cho tài khoản này: sudo chown -R ${user} ${dataDir}`;
  }
  if (code === 'ENOENT') {
    return `Chưa có thư mục dữ liệu ${dataDir}. Hãy xem lại DATA_DIR, hoặc mở máy chủ một lần để có nó.`;
  }
  return `Không mở được thư mục dữ liệu ${dataDir}: ${message}`;
}

function nothingThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
