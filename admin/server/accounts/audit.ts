/**
 * The record of what git does not know: logins, refusals, changes of accounts. One line of JSON an
 * event in `audit/<yyyy-mm>.jsonl` (months of Hà Nội), only ever added to; it names people and addresses, so
 * the oldest month goes when a new one begins.
 */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hanoiDay } from '#src/time/hanoi.ts';
import { hanoiStamp, parseMoment } from '../machine/hanoi.ts';
import { createQueue, type Queue } from '../machine/queue.ts';

/** Kinds of events and what they are called. */
export const auditWords = {
  login: 'Đăng nhập',
  'login-failed': 'Đăng nhập sai',
  logout: 'Đăng xuất',
  'session-ended': 'Kết thúc phiên',
  refused: 'Bị từ chối',
  'draft-discarded': 'Xóa bản nháp',
  'password-changed': 'Đổi mật khẩu của mình',
  'mail-address': 'Đổi địa chỉ nhận thư',
  'totp-on': 'Bật mã hai bước',
  'totp-off': 'Tắt mã hai bước',
  'passkey-added': 'Thêm khóa đăng nhập',
  'passkey-removed': 'Gỡ khóa đăng nhập',
  'account-added': 'Thêm tài khoản',
  'account-rights': 'Đổi quyền tài khoản',
  'account-closed': 'Đóng tài khoản',
  'account-reopened': 'Mở lại tài khoản',
  'password-reset': 'Đặt lại mật khẩu',
  'left-out': 'Lược bớt nhật ký',
  broken: 'Dòng nhật ký bị hỏng',
} as const;

export type AuditKind = keyof typeof auditWords;

/** Never a password, a token or a code. */
export interface AuditEvent {
  at: Date;
  /** Who did it; absent for somebody unknown. */
  login?: string | undefined;
  /** Network address of the request. */
  address?: string | undefined;
  kind: AuditKind;
  /** What it was done to, or why it was refused. */
  detail?: string | undefined;
}

const lineRule = z.object({
  at: z.string().transform((text, context) => {
    const moment = parseMoment(text);
    if (!moment) context.addIssue('no moment');
    return moment ?? new Date(0);
  }),
  login: z.string().optional(),
  address: z.string().optional(),
  kind: z.enum(Object.keys(auditWords) as [AuditKind, ...AuditKind[]]),
  detail: z.string().optional(),
});

const detailLength = 300;

/** Months with a record that are kept, the present one among them: two years. */
const keptMonths = 24;

/** Events of people who have not proved who they are that are written a minute; others are counted. */
const strangersAMinute = 60;

export class Audit {
  readonly #dir: string;
  readonly #write: Queue = createQueue();
  #strangers = { minute: 0, written: 0, leftOut: 0 };

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Adds an event; it is on the disk when this resolves. */
  record(event: AuditEvent): Promise<void> {
    return this.#write(() => this.#append(event));
  }

  /** Adds an event that anybody can cause; a flood of them is counted, not written. */
  recordStranger(event: AuditEvent): Promise<void> {
    return this.#write(async () => {
      const minute = Math.floor(event.at.getTime() / 60_000);
      const { leftOut } = this.#strangers;
      if (this.#strangers.minute !== minute) {
        this.#strangers = { minute, written: 0, leftOut: 0 };
        const detail = `${leftOut} việc của người chưa đăng nhập, trong một phút`;
        if (leftOut > 0) await this.#append({ at: event.at, kind: 'left-out', detail });
      }
      if (this.#strangers.written >= strangersAMinute) {
        this.#strangers.leftOut += 1;
        return;
      }
      this.#strangers.written += 1;
      await this.#append(event);
    });
  }

  /** Months that have a record, `yyyy-mm`, the newest first. */
  async months(): Promise<string[]> {
    const names = await readdir(this.#dir).catch(orNothing);
    const months = (names ?? []).flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []);
    return months.sort().reverse();
  }

  /** The events of a month, the oldest first. */
  async month(month: string): Promise<AuditEvent[]> {
    const text = await readFile(this.#pathOf(month), 'utf8').catch(orNothing);
    const lines = (text ?? '').split('\n').filter(Boolean);
    return lines.map((line) => readLine(line) ?? brokenLine(month, line));
  }

  #pathOf(month: string): string {
    if (!/^\d{4}-\d{2}$/.test(month)) throw new Error(`“${month}” is no month.`);
    return join(this.#dir, `${month}.jsonl`);
  }

  async #append({ at, login, address, kind, detail }: AuditEvent): Promise<void> {
    const short = detail?.normalize('NFC').slice(0, detailLength);
    const line = JSON.stringify({ at: hanoiStamp(at), login, address, kind, detail: short });
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const file = await open(this.#pathOf(hanoiDay(at).slice(0, 7)), 'a+', 0o600);
    try {
      // A line that a crash cut off must not spoil this one.
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      if (size === 0) await this.#forgetOldest();
      const start = size > 0 && last.toString() !== '\n' ? '\n' : '';
      await file.appendFile(`${start}${line}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Counts months, not time: a clock that runs far ahead takes no record with it. */
  async #forgetOldest(): Promise<void> {
    const past = (await this.months()).slice(keptMonths);
    await Promise.all(past.map((month) => rm(this.#pathOf(month))));
  }
}

function readLine(line: string): AuditEvent | undefined {
  try {
    return lineRule.parse(JSON.parse(line));
  } catch {
    // The reader shows the line as broken: it is kept and told, not dropped.
    return undefined;
  }
}

function brokenLine(month: string, line: string): AuditEvent {
  const at = new Date(`${month}-01T00:00:00+07:00`);
  return { at, kind: 'broken', detail: line.slice(0, detailLength) };
}

/** No folder or file yet means no events yet. */
function orNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
