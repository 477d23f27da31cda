/** `npm run backup -- --to DIR [--recipient KEY]`: a backup of the data folder, beside a server at work. */
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { readSettings } from '../server/settings.ts';
import { noteBackup } from '../server/machine/backup-outcome.ts';
import { makeBackup } from './backup.ts';
import { writeNewKey } from './encryption.ts';

const usage = `Cách dùng:
  npm run backup -- --to THƯ-MỤC [--recipient age1…]   (có khóa công khai thì bản sao được mã hóa)
  npm run backup -- --new-key TỆP                      (tạo khóa bí mật; in khóa công khai)`;

try {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      recipient: { type: 'string' },
      'new-key': { type: 'string' },
    },
  });
  if (values['new-key']) {
    const recipient = await writeNewKey(values['new-key']);
    console.log(
      `Khóa bí mật ở ${values['new-key']}: cất ngoài máy chủ, mất là không mở được bản sao.`,
    );
    console.log(`Khóa công khai, để sau --recipient: ${recipient}`);
  } else {
    if (!values.to) throw new Error(usage);
    const { dataDir } = readSettings(process.env);
    const { to, recipient } = values;
    const now = new Date();
    const { file, bytes, removed } = await makeBackup({ dataDir, to, recipient, now }).catch(
      async (error: unknown) => {
        // The server tells the admins; on a full disk it finds that the new one is missing.
        await noteBackup(dataDir, now, false).catch(() => undefined);
        throw error;
      },
    );
    await noteBackup(dataDir, now, true);
    console.log(`Đã sao lưu vào ${file} (${(bytes / 1e6).toFixed(1)} MB).`);
    if (removed.length > 0) console.log(`Đã bỏ ${removed.length} bản cũ.`);
  }
} catch (error) {
  endWithError(error, usage);
}
