/** The kinds of notice: what each is called, and how it comes to a person until she chooses otherwise. */

/** How a kind comes by mail: at once, with others once a day, or not. */
export const mailWays = ['now', 'daily', 'none'] as const;
export type MailWay = (typeof mailWays)[number];

interface Kind {
  /** Its name in lists, forms and mails. */
  words: string;
  mail: MailWay;
  /** Whether it goes to the ward's web hook; what is about one person's account does not. */
  hook: boolean;
}

const table = {
  waiting: { words: 'Chờ bạn duyệt', mail: 'now', hook: true },
  'sent-back': { words: 'Bài của bạn bị trả lại', mail: 'now', hook: true },
  approved: { words: 'Bài của bạn đã được duyệt', mail: 'now', hook: true },
  published: { words: 'Bài của bạn đã đăng', mail: 'daily', hook: true },
  comment: { words: 'Góp ý', mail: 'now', hook: true },
  'schedule-failed': { words: 'Chưa đăng được theo lịch', mail: 'now', hook: true },
  'review-date': { words: 'Đến ngày rà soát', mail: 'daily', hook: true },
  'build-failed': { words: 'Không dựng được trang', mail: 'now', hook: true },
  'backup-failed': { words: 'Sao lưu hỏng hoặc thiếu', mail: 'now', hook: true },
  login: { words: 'Đăng nhập lạ', mail: 'now', hook: false },
} as const satisfies Record<string, Kind>;

export type NoticeKind = keyof typeof table;

export const kinds: Readonly<Record<NoticeKind, Kind>> = table;
export const noticeKinds = Object.keys(table) as [NoticeKind, ...NoticeKind[]];

/** What there is to tell, once it is known whom. Nothing in it is content of a draft but its title. */
export interface Message {
  kind: NoticeKind;
  /** A sentence for the list and for the mail; its beginning is the mail's subject. */
  text: string;
  /** Path of the page to open, such as `/admin/duyet/article/le-hoi/`. */
  link: string;
  /** The commit that it tells of: nobody is told the same of it twice. */
  source?: string;
}

/** A message with the logins of those who are told. */
export interface Addressed extends Message {
  to: string[];
}

/** The kinds of which somebody is ever told: those of the machine are for admins. */
export function kindsFor({ role }: { role: string }): NoticeKind[] {
  const machine: readonly NoticeKind[] = ['build-failed', 'backup-failed'];
  return noticeKinds.filter((kind) => {
    if (machine.includes(kind)) return role === 'admin';
    return kind !== 'waiting' || role !== 'editor';
  });
}
