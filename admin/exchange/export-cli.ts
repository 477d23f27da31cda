/** `npm run export -- --to DIR [--from REPOSITORY]`: the published content, for an archive. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Git } from '../server/git/git.ts';
import { readSettings } from '../server/settings.ts';
import { writeArchive } from './archive.ts';

const usage = `Cách dùng: npm run export -- --to THƯ-MỤC [--from KHO-GIT]
Không ghi --from thì lấy kho của máy chủ (data/repository.git), chưa có thì lấy kho mã nguồn này.`;

const { values } = parseArgs({ options: { to: { type: 'string' }, from: { type: 'string' } } });
try {
  if (!values.to) throw new Error(usage);
  const own = join(readSettings(process.env).dataDir, 'repository.git');
  const from = values.from ?? (existsSync(own) ? own : resolve('.git'));
  const git = new Git(resolve(from));
  const commit = (await git.resolve('main')) ?? (await git.resolve('HEAD'));
  if (!commit) throw new Error(`Không thấy nhánh main trong ${from}. Hãy chỉ đúng kho git.`);
  const count = await writeArchive(git, commit, values.to, new Date());
  console.log(`Đã xuất ${count} mục vào ${values.to}. Đọc DOC-TRUOC.txt ở đó trước.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
