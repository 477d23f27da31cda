/** The bare repository in the data folder, and what it takes over from the checkout. */
import { mkdir } from 'node:fs/promises';
import { diskProblemOf } from '../machine/disk.ts';
import { Git } from './git.ts';
import type { RunProgram } from './process.ts';

export const mainRef = 'refs/heads/main';
/** The checkout's `main` as it was at the start: the code that runs. */
export const checkoutRef = 'refs/checkout/main';

/** Opens the repository, makes it on the first start, and takes over the checkout's new commits. */
export async function openRepository(
  dir: string,
  checkout: string,
  run?: RunProgram,
): Promise<{ git: Git; messages: string[] }> {
  const git = new Git(dir, run);
  await assertVersion(git);
  const main = await git.attempt(['rev-parse', '--verify', '--quiet', mainRef]);
  if (main.code !== 0) await create(git);
  await configure(git);
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

/** Makes the repository; one that a first start left half made is completed. */
async function create(git: Git): Promise<void> {
  await mkdir(git.dir, { recursive: true });
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main', git.dir]);
}

const configuration: Readonly<Record<string, string>> = {
  // What was acknowledged is on the disk.
  'core.fsync': 'committed,loose-object,reference',
  // Engineers push to an ordinary repository; nothing that it holds goes away by a push.
  'receive.denynonfastforwards': 'true',
  'receive.denydeletes': 'true',
  'receive.fsckobjects': 'true',
  // Tidying up ends with the command that began it, so that none outlives the server.
  'gc.autodetach': 'false',
};

async function configure(git: Git): Promise<void> {
  const output = (await git.run(['config', '--local', '--list', '-z'])).toString();
  const lines = new Set(output.split('\0'));
  for (const [name, value] of Object.entries(configuration)) {
    if (!lines.has(`${name}\n${value}`)) await git.run(['config', name, value]);
  }
}

/** Reads the checkout's `main`, or what it has checked out when there is no `main`. */
async function fetchCheckout(git: Git, checkout: string): Promise<void> {
  // The user's own configuration may say that a checkout of another owner is safe to read.
  const userConfig = true;
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--update-shallow'];
  try {
    const listed = await git.run(['ls-remote', checkout, mainRef, 'HEAD'], { userConfig });
    const found = listed.toString().split('\n').filter(Boolean);
    const line = found.find((one) => one.endsWith(`\t${mainRef}`)) ?? found[0] ?? '\tHEAD';
    const [sha, source] = line.split('\t');
    if (sha === (await git.resolve(checkoutRef))) return;
    await git.run(['fetch', ...options, checkout, `+${source}:${checkoutRef}`], { userConfig });
  } catch (error) {
    if (diskProblemOf(error) !== undefined) throw error;
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
    `Để gộp, ở máy do deploy/setup.sh cài hãy chạy deploy/upgrade.sh; ở nơi khác, trong thư mục mã nguồn: git pull --no-rebase '${git.dir}' main   rồi khởi động lại.`,
  ];
}
