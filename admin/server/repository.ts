/** The bare repository in the data folder, and what it takes over from the checkout. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Git } from './git.ts';

export const mainRef = 'refs/heads/main';
const checkoutRef = 'refs/checkout/main';

/** Opens the repository, makes it on the first start, and takes over the checkout's new commits. */
export async function openRepository(
  dir: string,
  checkout: string,
): Promise<{ git: Git; messages: string[] }> {
  const git = new Git(dir);
  await assertVersion(git);
  if (!existsSync(`${dir}/HEAD`)) await create(git);
  await fetchCheckout(git, checkout);
  return { git, messages: await takeOver(git) };
}

/** `git merge-tree --write-tree` came with git 2.38. */
async function assertVersion(git: Git): Promise<void> {
  const text = (await git.run(['--version'])).toString();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  if (major > 2 || (major === 2 && minor >= 38)) return;
  throw new Error(`Cần git từ 2.38 trở lên, máy này có: ${text.trim()}. Hãy nâng cấp git.`);
}

async function create(git: Git): Promise<void> {
  await mkdir(git.dir, { recursive: true });
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main', git.dir]);
  // A save that was acknowledged is on the disk.
  await git.run(['config', 'core.fsync', 'committed,loose-object']);
}

/** Reads the checkout's `main`, or what it has checked out when there is no `main`. */
async function fetchCheckout(git: Git, checkout: string): Promise<void> {
  // The user's own configuration may say that a checkout of another owner is safe to read.
  const userConfig = true;
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--update-shallow'];
  try {
    const hasMain = await git.run(['ls-remote', checkout, mainRef], { userConfig });
    const source = hasMain.length > 0 ? mainRef : 'HEAD';
    await git.run(['fetch', ...options, checkout, `+${source}:${checkoutRef}`], { userConfig });
  } catch (error) {
    throw new Error(
      `Không đọc được kho git ở ${checkout}. Thư mục này phải là bản sao (git clone) có ít nhất một commit.`,
      { cause: error },
    );
  }
}

/** Moves `main` forward when that loses nothing; says what is to be done when it is not so. */
async function takeOver(git: Git): Promise<string[]> {
  const theirs = await git.resolve(checkoutRef);
  const ours = await git.resolve(mainRef);
  if (!theirs) throw new Error(`Kho ${git.dir} không có ${checkoutRef}. Hãy khởi động lại.`);
  if (ours === theirs) return [];
  if (!ours || (await git.isAncestor(ours, theirs))) {
    await git.updateRefs([{ ref: mainRef, from: ours, to: theirs }]);
    return ours ? ['Đã nhận các commit mới ở nhánh main của thư mục mã nguồn.'] : [];
  }
  if (await git.isAncestor(theirs, ours)) {
    return [
      `Kho biên tập có nội dung đã đăng mà thư mục mã nguồn chưa có. Lấy về bằng: git pull --ff-only '${git.dir}' main`,
    ];
  }
  return [
    'Nhánh main của thư mục mã nguồn và kho biên tập đã đi hai hướng. Trang chạy theo kho biên tập; thư mục mã nguồn được giữ nguyên.',
    `Để gộp, ở thư mục mã nguồn hãy chạy: git pull --no-rebase '${git.dir}' main   rồi khởi động lại.`,
  ];
}
