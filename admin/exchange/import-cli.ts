/** `npm run import -- FOLDER --as LOGIN --axis … --unit … --source …`: articles as drafts. */
import { existsSync } from 'node:fs';
import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { Git } from '../server/git/git.ts';
import { openAccounts } from '../server/people/open.ts';
import { readSettings } from '../server/settings.ts';
import { Drafts } from '../server/workflow/drafts.ts';
import { csv } from '#src/text/csv.ts';
import { importFolder, type ImportRow } from './import.ts';

const usage = `Cách dùng:
  npm run import -- THƯ-MỤC --as <tên đăng nhập> --axis <mã trục> --unit <mã đơn vị> --source <mã văn bản>
                    [--report bao-cao.csv] [--dry-run]
Đọc .md, .docx, .html trong thư mục; mỗi tệp thành một bản nháp bài viết. --dry-run: chỉ báo, chưa tạo gì.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      axis: { type: 'string' },
      unit: { type: 'string' },
      source: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  const { as, axis, unit, source } = values;
  if (!folder || !as || !axis || !unit || !source) throw new Error(usage);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new Error(`Không thấy thư mục ${folder}. Hãy xem lại đường dẫn.`);
  }
  const report = values.report ?? join(resolve(folder), '..', 'bao-cao-nhap.csv');
  // Found out only at the end, drafts would be there of which nobody has the list.
  await access(dirname(report), constants.W_OK).catch((cause: unknown) => {
    throw new Error(`--report: không ghi được ${report}. Hãy chọn tệp ở thư mục khác.`, { cause });
  });
  const { dataDir } = readSettings(process.env);
  const repository = join(dataDir, 'repository.git');
  if (!existsSync(repository)) {
    throw new Error(`Chưa có kho ${repository}. Hãy chạy npm start một lần trước.`);
  }
  const user = await openAccounts(dataDir).find(as);
  if (!user) throw new Error(`Không có tài khoản “${as}”. Xem: npm run account -- list`);
  const rows = await importFolder(new Drafts(new Git(repository)), folder, {
    choices: { axis, unit, source },
    user,
    now: new Date(),
    dryRun: values['dry-run'],
  });
  await writeFile(report, tableOf(rows));
  for (const { file, outcome, draft, toDo } of rows) {
    console.log([`${file}: ${outcome}`, draft].filter(Boolean).join(' '));
    for (const line of toDo) console.log(`  - ${line}`);
  }
  console.log(`Báo cáo: ${report}`);
  process.exitCode = rows.some(({ outcome }) => outcome === 'lỗi') ? 1 : 0;
} catch (error) {
  endWithError(error, usage);
}

function tableOf(rows: readonly ImportRow[]): string {
  const lines = rows.map(({ file, outcome, draft, toDo }) => [
    file,
    outcome,
    draft,
    toDo.join('\n'),
  ]);
  return csv([['Tệp', 'Kết quả', 'Bản nháp', 'Việc cần làm'], ...lines]);
}
