/** `npm run export -- --to DIR [--from REPOSITORY]`: the published content, for an archive. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { Git } from '../server/git/git.ts';
import { readSettings } from '../server/settings.ts';
import { writeArchive } from './archive.ts';

const usage = `Cách dùng: npm run export -- --to THƯ-MỤC [--from KHO-GIT]
Không ghi --from thì lấy kho của máy chủ (data/repository.git), chưa có thì lấy kho mã nguồn này.`;

try {
  const { values } = parseArgs({ options: { to: { type: 'string' }, from: { type: 'string' } } });
  if (!values.to) throw new Error(usage);
  const own = join(readSettings(process.env).dataDir, 'repository.git');
  const from = values.from ?? (existsSync(own) ? own : resolve('.git'));
  const git = new Git(resolve(from));
  const commit = await mainOf(git).catch((cause: unknown) => {
    throw new Error(`--from: ${from} không phải kho git đọc được. Hãy chỉ đúng kho.`, { cause });
  });
  if (!commit)
    throw new Error(`--from: không thấy nhánh main trong ${from}. Hãy chỉ đúng kho git.`);
  const count = await writeArchive(git, commit, values.to, new Date());
  console.log(`Đã xuất ${count} mục vào ${values.to}. Đọc DOC-TRUOC.txt ở đó trước.`);
} catch (error) {
  endWithError(error, usage);
}

async function mainOf(git: Git): Promise<string | undefined> {
  return (await git.resolve('main')) ?? (await git.resolve('HEAD'));
}
