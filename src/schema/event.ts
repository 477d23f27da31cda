import { choice, flag, group, line, optional, paragraph, webAddress } from './field.ts';
import { audience, audienceWords } from './audience.ts';
import { campaign, someAxis, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { checkStretch, stretchFields } from './stretch.ts';
import { definePages } from './type.ts';
import { timeOfDay } from '../time/hanoi.ts';
import { shortDay, stretchWords } from '../text/dates.ts';

/** Forms in which the plan brings people together (II.2.1, II.2.3, II.2.4). */
export const eventKinds = [
  { value: 'doi-thoai', label: 'Đối thoại' },
  { value: 'toa-dam', label: 'Tọa đàm, diễn đàn' },
  { value: 'hoc-tap', label: 'Học tập, quán triệt' },
  { value: 'sinh-hoat', label: 'Sinh hoạt cộng đồng' },
  { value: 'hoat-dong-khac', label: 'Hoạt động khác' },
] as const;

const kindOf = (kind: string) => eventKinds.find(({ value }) => value === kind)?.label;

/** Sự kiện: a dialogue, a seminar, a study session; after it, what came of it. */
export const eventType = definePages({
  name: 'event',
  folder: 'events',
  extension: 'mdx',
  words: {
    many: 'Sự kiện',
    one: 'Sự kiện',
    hint: 'Đối thoại, tọa đàm, buổi học: ở đâu, lúc nào, dự thế nào; xong thì ghi kết quả.',
  },
  set: 'open',
  template: '## Nội dung\n\n\n\n## Bà con chuẩn bị gì\n\n\n',
  pages: {
    section: 'su-kien',
    sign: 'calendar',
    keyWord: ({ startDay }) => shortDay(startDay).slice(0, 5),
    lead: 'Những buổi bà con đến nghe, hỏi, bàn: ở đâu, lúc nào, dự thế nào.',
    empty:
      'Chưa có sự kiện nào được công bố. Buổi đối thoại, tọa đàm, sinh hoạt khi có lịch sẽ báo ở đây, kèm tệp để ghi vào lịch điện thoại.',
    sortBy: 'startDay',
    label: ({ kind }) => kindOf(kind),
    note: (data) => `${stretchWords(data)} · ${data.place.name}`,
    facts: (data) => [
      { label: 'Loại', value: kindOf(data.kind) },
      { label: 'Dành cho', value: audienceWords(data.audience) },
    ],
    structured: (data, { organization, area }) => ({
      '@type': 'Event',
      startDate: data.startTime ? timeOfDay(data.startDay, data.startTime) : data.startDay,
      endDate: data.endTime
        ? timeOfDay(data.endDay ?? data.startDay, data.endTime)
        : (data.endDay ?? data.startDay),
      eventStatus: `https://schema.org/${data.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
      eventAttendanceMode: `https://schema.org/${data.online ? 'MixedEventAttendanceMode' : 'OfflineEventAttendanceMode'}`,
      location: {
        '@type': 'Place',
        name: data.place.name,
        address: data.place.address ?? area,
      },
      organizer: organization,
      isAccessibleForFree: true,
    }),
    kit: (data) => [
      { heading: 'Lúc nào, ở đâu', items: [stretchWords(data), placeWords(data.place)] },
      { heading: 'Dự thế nào', items: [data.howTo] },
    ],
  },
  fields: {
    title,
    summary,
    kind: choice({ label: 'Loại', options: eventKinds }),
    ...stretchFields,
    place: group({
      label: 'Địa điểm',
      fields: {
        name: line({ label: 'Nơi tổ chức', max: 120 }),
        address: optional(line({ label: 'Địa chỉ', max: 160 })),
      },
    }),
    online: optional(
      webAddress({ label: 'Đường dẫn dự trực tuyến', hint: 'Nếu có điểm cầu trực tuyến.' }),
    ),
    howTo: paragraph({
      label: 'Dự thế nào',
      hint: 'Ai dự được, có cần đăng ký không, đăng ký ở đâu.',
      max: 300,
    }),
    axis: someAxis,
    audience,
    unit,
    sources,
    cancelled: flag({
      label: 'Đã hủy',
      hint: 'Bật khi sự kiện không diễn ra; trang và tệp lịch sẽ báo hủy.',
      fallback: false,
    }),
    outcome: optional(
      paragraph({
        label: 'Kết quả',
        hint: 'Sau sự kiện: đã bàn gì, hẹn gì, ai làm tiếp.',
        max: 800,
      }),
    ),
    campaign,
    ...life,
  },
  check: checkStretch,
});

/** A place with its address, in one line. */
export function placeWords({ name, address }: { name: string; address?: string | undefined }) {
  return address === undefined ? name : `${name}, ${address}`;
}
