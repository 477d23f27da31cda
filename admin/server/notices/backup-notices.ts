/** Whether the backups are as they should be. */
import type { BackupOutcome } from '../machine/backup-outcome.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import type { Message } from './kinds.ts';

/** They are made every night, with room for a slow one. */
const oldest = 26 * 60 * 60 * 1000;

/**
 * How the backups stand, as a name that changes with each new trouble, and what to tell of it: nothing
 * while all is well, and nothing where no backup was ever made.
 */
export function backupNotice(
  { good, failed }: BackupOutcome,
  now: Date,
): { state: string; message?: Message } {
  const last =
    good === undefined ? 'Chưa có bản nào tốt' : `Bản tốt gần nhất: ${hanoiTime(new Date(good))}`;
  const end = `${last}. Hãy chạy npm run doctor trên máy chủ.`;
  const message = (text: string): Message => ({
    kind: 'backup-failed',
    text: `${text} ${end}`,
    link: '/admin/thong-bao/',
  });
  if (failed !== undefined) {
    const text = `Lần sao lưu lúc ${hanoiTime(new Date(failed))} bị hỏng.`;
    return { state: `failed ${failed}`, message: message(text) };
  }
  if (good !== undefined && now.getTime() - good > oldest) {
    return { state: `missing ${good}`, message: message('Hơn 26 giờ chưa có bản sao lưu mới.') };
  }
  return { state: '' };
}
