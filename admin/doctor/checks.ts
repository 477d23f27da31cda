/** What a running installation needs, looked at from its own machine; each with what to do about it. */
import { execFile } from 'node:child_process';
import { access, constants, lstat, readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { madeAt } from '../backup/file-name.ts';
import { assertWritable, folderProblem } from '../server/machine/data-access.ts';
import { openAccounts } from '../server/people/open.ts';
import { Git } from '../server/git/git.ts';
import type { ProblemName } from '../server/machine/health.ts';
import { certificateCheck, certificateOfSite, isCertificateFault } from './certificate-check.ts';
import { Ill, reasonOf, type Check, type Installation, type Need } from './check.ts';
import { mailChecks } from './mail-checks.ts';

const exec = promisify(execFile);

/** `ok` or what is wrong, and the remedy, in Vietnamese. */
export type Finding =
  | { check: string; ok: true; found: string }
  | { check: string; ok: false; found: string; remedy: string };

const hour = 60 * 60 * 1000;

const asServer = 'Hãy chạy bằng tài khoản của máy chủ: sudo nghi-quyet doctor.';
const whereData = 'Hãy xem DATA_DIR có đúng không; máy chủ mở lần đầu thì tạo kho.';

/** Nightly, with room for a slow one. */
const backupAge = 26 * hour;
const freeBytes = 2e9;

/** Looks at everything; one thing that is ill hides no other. */
export async function examine(installation: Installation): Promise<Finding[]> {
  const { dataDir, siteUrl, backupDir, notices } = installation;
  const has: Record<Need, boolean> = {
    // What is wrong with the folder is told by its own check.
    data: await isReadable(dataDir),
    site: siteUrl !== undefined,
    backups: backupDir !== undefined,
    mail: notices.mail !== undefined,
  };
  const findings: Finding[] = [];
  for (const { name, look, needs } of checks) {
    if (needs && !has[needs]) continue;
    try {
      findings.push({ check: name, ok: true, found: await look(installation) });
    } catch (error) {
      const remedy = error instanceof Ill ? error.remedy : 'Hãy gửi dòng này cho kỹ sư.';
      findings.push({ check: name, ok: false, found: (error as Error).message, remedy });
    }
  }
  return findings;
}

/** Whether this process can see what is in a folder, and there is one. */
function isReadable(dir: string): Promise<boolean> {
  return readdir(dir).then(
    () => true,
    () => false,
  );
}

const problemWords: Record<ProblemName, string> = {
  main: 'trang đang chạy cũ hơn nội dung đã đăng, hoặc cần mở lại máy chủ để chạy mã mới',
  remote: 'kho git ở xa không giống kho ở đây',
  release: 'có nơi phục vụ trang chưa nhận được bản mới nhất',
  disk: 'ổ đĩa đầy, sắp đầy, hoặc không ghi được',
};

const checks: Check[] = [
  {
    name: 'Máy chủ biên tập',
    async look({ port }) {
      const start = 'Hãy mở máy chủ: systemctl start nghi-quyet, rồi xem journalctl -u nghi-quyet.';
      const reply = await ask(`http://127.0.0.1:${port}/readyz`).catch((cause: unknown) => {
        throw new Ill(`không trả lời ở cổng ${port} (${reasonOf(cause)})`, start);
      });
      if (reply.status !== 200)
        throw new Ill(`chưa sẵn sàng: ${(await reply.text()).trim()}`, start);
      return `trả lời ở cổng ${port}`;
    },
  },
  {
    name: 'Điều máy chủ báo',
    async look({ port }) {
      const reply = await ask(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
      if (!reply?.ok) return 'không hỏi được: xem mục Máy chủ biên tập';
      const text = await reply.text();
      const told = [...text.matchAll(/^problem\{of="(\w+)"\} 1$/gm)].map(([, of = '']) => of);
      if (told.length === 0) return 'không có gì phải sửa';
      throw new Ill(
        told.map((of) => problemWords[of as ProblemName]).join('; '),
        'Hãy đọc lời báo ở đầu trang /admin/duyet/, hoặc: journalctl -u nghi-quyet.',
      );
    },
  },
  {
    name: 'Trang công khai',
    needs: 'site',
    async look({ siteUrl }) {
      const remedy = 'Hãy xem máy chủ web: nginx -t, systemctl status nginx.';
      const reply = await ask(siteUrl!).catch((cause: unknown) => {
        const reason = reasonOf(cause);
        throw new Ill(
          `${siteUrl} không trả lời (${reason})`,
          isCertificateFault(reason) ? `Hãy xem mục ${certificateCheck} dưới đây.` : remedy,
        );
      });
      if (reply.status !== 200) throw new Ill(`${siteUrl} trả lời ${reply.status}`, remedy);
      const needed = ['content-security-policy', 'x-content-type-options', 'referrer-policy'];
      if (siteUrl!.startsWith('https:')) needed.push('strict-transport-security');
      const missing = needed.filter((name) => !reply.headers.has(name));
      if (missing.length > 0) {
        throw new Ill(
          `thiếu tiêu đề ${missing.join(', ')}`,
          'Hãy tạo lại cấu hình máy chủ web: npm run deploy:files.',
        );
      }
      return `${siteUrl} trả lời, đủ tiêu đề bảo vệ`;
    },
  },
  certificateOfSite,
  {
    name: 'Địa chỉ người gửi',
    look({ siteUrl, trustsProxy }) {
      if (siteUrl === undefined || trustsProxy) return Promise.resolve('đã đặt đúng');
      throw new Ill(
        'có SITE_URL mà không có TRUST_PROXY: mọi người cùng bị tính là một địa chỉ',
        'Hãy đặt TRUST_PROXY=loopback nếu máy chủ web ở cùng máy.',
      );
    },
  },
  {
    name: 'Đồng hồ',
    async look() {
      const { stdout } = await exec('timedatectl', ['show', '--property=NTPSynchronized']).catch(
        () => ({ stdout: '' }),
      );
      if (stdout.trim() === 'NTPSynchronized=no') {
        throw new Ill(
          'không chỉnh theo mạng',
          'Hãy bật: apt-get install systemd-timesyncd, rồi timedatectl set-ntp true.',
        );
      }
      return stdout === '' ? 'máy này không nói (không có timedatectl)' : 'chỉnh theo mạng';
    },
  },
  {
    name: 'Thư mục dữ liệu',
    async look({ dataDir }) {
      await assertWritable(dataDir).catch((error: unknown) => {
        throw new Ill('không ghi được', folderProblem(dataDir, error));
      });
      // A command that was run as another account leaves files that the server cannot open.
      const { uid } = await stat(dataDir);
      const foreign: string[] = [];
      for (const name of await readdir(dataDir)) {
        const found = await lstat(join(dataDir, name)).catch(() => undefined);
        if (found && found.uid !== uid) foreign.push(name);
      }
      if (foreign.length === 0) return 'ghi được, mọi thứ trong đó của một tài khoản';
      throw new Ill(
        `của tài khoản khác: ${foreign.join(', ')}`,
        `Hãy chạy: sudo chown -R --reference=${dataDir} ${dataDir}`,
      );
    },
  },
  {
    name: 'Ổ đĩa',
    needs: 'data',
    async look({ dataDir }) {
      const { bavail, bsize } = await statfs(dataDir);
      const free = bavail * bsize;
      const found = `còn trống ${(free / 1e9).toFixed(1)} GB`;
      if (free < freeBytes) throw new Ill(found, `Hãy dọn ổ đĩa của ${dataDir}.`);
      return found;
    },
  },
  {
    name: 'Kho git',
    needs: 'data',
    async look({ dataDir }) {
      const git = new Git(join(dataDir, 'repository.git'));
      const remedy =
        'Đừng ghi gì thêm: dừng máy chủ, khôi phục bản sao lưu mới nhất (docs/operations/backup.md).';
      await access(git.dir, constants.R_OK | constants.X_OK).catch((cause: unknown) => {
        const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
        if (isMissing) throw new Ill(`chưa có ${git.dir}`, whereData);
        throw new Ill(`tài khoản đang chạy lệnh này không đọc được ${git.dir}`, asServer);
      });
      await git.run(['fsck', '--no-dangling', '--no-progress']).catch((cause: unknown) => {
        throw new Ill(`hỏng: ${(cause as Error).message}`, remedy);
      });
      return 'đủ và đúng từng mục';
    },
  },
  {
    name: 'Quyền đọc',
    needs: 'data',
    async look({ dataDir }) {
      const open: string[] = [];
      for (const name of [
        'accounts.json',
        'logins.json',
        'repository.git',
        'audit',
        'notices',
        'recordings',
      ]) {
        const found = await stat(join(dataDir, name)).catch(() => undefined);
        if (found && found.mode & 0o077) open.push(name);
      }
      if (open.length === 0) return 'chỉ máy chủ đọc được bản nháp và tài khoản';
      const paths = open.map((name) => join(dataDir, name)).join(' ');
      throw new Ill(`người khác đọc được ${open.join(', ')}`, `Hãy chạy: chmod go= ${paths}`);
    },
  },
  {
    name: 'Tài khoản',
    needs: 'data',
    async look({ dataDir }) {
      const all = (await openAccounts(dataDir).all()).filter(({ closed }) => !closed);
      const admins = all.filter(({ role }) => role === 'admin');
      const add = 'Hãy thêm: npm run account -- add TÊN --name "Họ và tên" --role';
      if (admins.length === 0) throw new Ill('chưa có quản trị', `${add} admin`);
      const approvers = all.filter(({ role }) => role !== 'editor').length;
      if (approvers < 2) {
        throw new Ill('chỉ một người duyệt: người ấy vắng là không đăng được', `${add} approver`);
      }
      return `${all.length} tài khoản, ${approvers} người duyệt được`;
    },
  },
  ...mailChecks,
  {
    name: 'Sao lưu',
    needs: 'backups',
    async look({ backupDir, now }) {
      const remedy =
        'Hãy xem: systemctl status nghi-quyet-sao-luu.timer, journalctl -u nghi-quyet-sao-luu.';
      const names = await readdir(backupDir!).catch((cause: unknown) => {
        throw new Ill(`không đọc được ${backupDir} (${reasonOf(cause)})`, remedy);
      });
      const newest = Math.max(...names.map((name) => madeAt(name)?.getTime() ?? -Infinity));
      if (newest === -Infinity) throw new Ill(`chưa có bản nào ở ${backupDir}`, remedy);
      const hours = Math.floor((now.getTime() - newest) / hour);
      const found = `bản mới nhất cách đây ${hours} giờ`;
      if (now.getTime() - newest > backupAge) throw new Ill(found, remedy);
      return found;
    },
  },
];

function ask(url: string): Promise<Response> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
}
