/** `npm run restore -- --from FILE --data DIR [--key FILE]`: a data folder from a backup. */
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { checkBackup, restoreBackup } from './restore.ts';

const usage = `Cách dùng:
  npm run restore -- --from BẢN-SAO --data THƯ-MỤC-TRỐNG [--key TỆP-KHÓA-BÍ-MẬT]
  npm run restore -- --from BẢN-SAO --check [--key TỆP-KHÓA-BÍ-MẬT]   (chỉ đọc thử đến hết)`;

try {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      data: { type: 'string' },
      key: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const { from, data, key, check } = values;
  if (!from || check === (data !== undefined)) throw new Error(usage);
  const { made, branches, files } = data
    ? await restoreBackup({ from, dataDir: data, keyFile: key })
    : await checkBackup(from, key, tmpdir());
  const held = `bản sao lúc ${made}: ${branches} nhánh, ${files} tệp`;
  console.log(
    data
      ? `Đã khôi phục ${held} vào ${data}. Mở bằng: DATA_DIR='${data}' npm start`
      : `Đọc được đến hết, mọi tổng kiểm tra đều đúng; ${held}.`,
  );
} catch (error) {
  endWithError(error, usage);
}
