/** Whether what people are told reaches them. */
import { Mailer } from '../server/notices/mail.ts';
import { outboxPath } from '../server/notices/notices.ts';
import { readOutbox } from '../server/notices/outbox.ts';
import { Ill, type Check } from './check.ts';

const hour = 60 * 60 * 1000;
const week = 7 * 24 * hour;

export const mailChecks: Check[] = [
  {
    name: 'Máy chủ thư',
    needs: 'mail',
    async look({ notices }) {
      const { host, port } = notices.mail!;
      await new Mailer(notices.mail!).check().catch((cause: unknown) => {
        throw new Ill(
          `${host}:${port} không nhận (${(cause as Error).message})`,
          'Hãy xem lại MAIL_URL: tên máy, cổng, tên đăng nhập, mật khẩu (docs/operations/mail.md).',
        );
      });
      return `${host}:${port} trả lời và nhận đăng nhập`;
    },
  },
  {
    name: 'Thư và tin chờ gửi',
    needs: 'data',
    async look({ dataDir, now }) {
      const { waiting, givenUp } = await readOutbox(outboxPath(dataDir));
      const remedy = 'Hãy xem nhật ký máy chủ: journalctl -u nghi-quyet (docs/operations/mail.md).';
      const [last] = givenUp.filter(({ at }) => at > now.getTime() - week);
      if (last)
        throw new Ill(`có cái phải bỏ trong 7 ngày qua, lý do cuối: ${last.reason}`, remedy);
      const late = waiting.filter(({ since }) => since < now.getTime() - hour);
      const [oldest] = late;
      if (oldest) {
        throw new Ill(`${late.length} cái chờ quá một giờ, lý do: ${oldest.error}`, remedy);
      }
      return `${waiting.length} cái đang chờ, không cái nào quá một giờ`;
    },
  },
];
