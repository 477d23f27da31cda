/** Makes a data folder from a backup. */
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { Git } from '../server/git/git.ts';
import { folderProblem } from '../server/machine/data-access.ts';
import { isDiskFull } from '../server/machine/disk.ts';
import { decrypt, encryptedStart, readKey } from './encryption.ts';
import { broken, bundleName, manifestName, verify } from './manifest.ts';

export interface RestoreOptions {
  /** The file of the backup. */
  from: string;
  /** The folder to make; not there yet, or empty. */
  dataDir: string;
  /** File with the secret key, for an encrypted backup. */
  keyFile?: string | undefined;
}

export interface Restored {
  /** When the backup was made, ISO 8601. */
  made: string;
  /** Branches of the repository: `main` and the drafts. */
  branches: number;
  files: number;
}

/**
 * Restores a backup. The folder appears whole, when every checksum and every object of the
 * repository is right, or not at all.
 */
export async function restoreBackup({ from, dataDir, keyFile }: RestoreOptions): Promise<Restored> {
  const target = resolve(dataDir);
  await assertEmpty(target);
  const work = await makeBeside(target);
  try {
    const restored = await unpack(from, work, keyFile);
    await rm(join(work, manifestName));
    await rm(join(work, bundleName));
    await chmod(work, 0o700);
    await rmdir(target).catch(nothingThere);
    await rename(work, target);
    return restored;
  } finally {
    await remove(work);
  }
}

/** Reads a backup to its end as a restore would, and keeps nothing; throws when it is broken. */
export async function checkBackup(
  from: string,
  keyFile: string | undefined,
  workDir: string,
): Promise<Restored> {
  const work = await mkdtemp(join(workDir, 'kiem-tra-sao-luu-'));
  try {
    return await unpack(from, work, keyFile);
  } finally {
    await remove(work);
  }
}

async function unpack(from: string, work: string, keyFile?: string): Promise<Restored> {
  const isSecret = await isEncrypted(from);
  const file = createReadStream(from);
  const plain = isSecret ? await decrypt(file, await keyOf(keyFile)) : file;
  try {
    await pipeline(plain, extract({ cwd: work, strict: true, preserveOwner: false }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw broken('không đọc được đến hết', error);
  }
  const { made, files } = await verify(work);
  const git = new Git(join(work, 'repository.git'));
  await mkdir(git.dir);
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main', git.dir]);
  // Every object is looked into as it is taken over.
  const checked = ['-c', 'fetch.fsckObjects=true'];
  const bundle = join(work, bundleName);
  await git.run([
    ...checked,
    'fetch',
    '--quiet',
    '--no-write-fetch-head',
    bundle,
    '+refs/*:refs/*',
  ]);
  const heads = await git.run(['for-each-ref', '--format=%(refname)', 'refs/heads/']);
  const branches = heads.toString().split('\n').filter(Boolean).length;
  return { made, branches, files: Object.keys(files).length };
}

/** What was being unpacked when the archive ended too early may still be written for a moment. */
function remove(work: string): Promise<void> {
  return rm(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}

async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'không có tệp ấy' : message;
    throw new Error(`Không đọc được bản sao lưu ${path}: ${reason}.`, { cause });
  });
  try {
    const { buffer } = await file.read(Buffer.alloc(encryptedStart.length));
    return buffer.toString('latin1') === encryptedStart;
  } finally {
    await file.close();
  }
}

function keyOf(keyFile: string | undefined): Promise<string> {
  if (keyFile !== undefined) return readKey(keyFile);
  throw new Error('Bản sao lưu này được mã hóa. Hãy thêm --key TỆP-KHÓA-BÍ-MẬT.');
}

/** Makes the folder that becomes the target. Throws in Vietnamese where this process cannot keep files. */
async function makeBeside(target: string): Promise<string> {
  const parent = dirname(target);
  try {
    await mkdir(parent, { recursive: true });
    return await mkdtemp(`${target}.khoi-phuc-`);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw new Error(folderProblem(target, error));
    // The folder above is the system's, such as /var/lib: it is given to nobody.
    throw new Error(
      `Tài khoản đang chạy lệnh này không tạo được thư mục trong ${parent}. Hãy chạy bằng sudo, rồi giao ${target} cho tài khoản của máy chủ biên tập (chown -R).`,
    );
  }
}

async function assertEmpty(dir: string): Promise<void> {
  const found = await readdir(dir).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(folderProblem(dir, error));
  });
  if (found === undefined || found.length === 0) return;
  throw new Error(
    `Thư mục ${dir} đã có dữ liệu. Khôi phục không ghi đè: hãy chỉ một thư mục trống, hoặc đổi tên thư mục cũ.`,
  );
}

function nothingThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
