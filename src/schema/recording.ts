import { z } from 'zod';
import { choice, optional, webAddress, type Field } from './field.ts';
import { campaign, picture, someAxis, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages, type FieldProblem } from './type.ts';
import { durationWords } from '../text/dates.ts';

export const recordingKinds = [
  { value: 'audio', label: 'Nghe' },
  { value: 'video', label: 'Xem' },
] as const;

/** Formats that browsers back to Chrome 78 play by themselves, with their media types. */
export const recordingFormats = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const;

export type RecordingFormat = keyof typeof recordingFormats;

/** Address on the site below which the uploaded files stand. */
export const recordingPath = '/nghe-xem/tep/';

/** Media type of a file by its name's ending. */
export function recordingMediaType(name: string): string {
  return recordingFormats[name.slice(name.lastIndexOf('.') + 1) as RecordingFormat];
}

/**
 * A file that lies beside the repository (git would keep every version of it for ever); what is
 * kept in git proves which file is meant.
 */
const recordingFile: Field<z.ZodType<RecordingFile>> = {
  rule: z.strictObject({
    name: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:mp3|m4a|mp4|webm)$/, {
      error: 'Tên tệp không dấu, nối bằng gạch, đuôi mp3, m4a, mp4 hoặc webm.',
    }),
    bytes: z.number().int().positive(),
    seconds: z.number().int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  form: {
    widget: 'recording',
    label: 'Tệp ghi âm, ghi hình',
    hint: 'Tải lên từ máy: mp3, m4a, mp4 hoặc webm. Máy tự ghi độ dài và dấu kiểm của tệp.',
    required: true,
  },
};

export interface RecordingFile {
  name: string;
  bytes: number;
  /** Length of what is heard or seen. */
  seconds: number;
  /** Checksum of the file, in hex. */
  sha256: string;
}

const kindOf = (kind: string) => recordingKinds.find(({ value }) => value === kind)?.label;

/** Nghe, xem: sound or film that the ward uploads or links, always with its words as text. */
export const recordingType = definePages({
  name: 'recording',
  folder: 'recordings',
  extension: 'mdx',
  words: {
    many: 'Nghe, xem',
    one: 'Bản ghi',
    hint: 'Tệp tiếng hoặc hình kèm lời chép lại đầy đủ, để người không nghe được vẫn hiểu.',
  },
  set: 'open',
  template: '## Lời chép lại\n\n\n',
  pages: {
    section: 'nghe-xem',
    sign: 'sound',
    lead: 'Bài nghe, đoạn phim ngắn, kèm lời chép lại đầy đủ.',
    empty:
      'Chưa có bản ghi nào. Bài nghe và đoạn phim ngắn sẽ đăng ở đây, kèm lời chép lại; bà con có thể nghe bằng ứng dụng podcast.',
    sortBy: 'published',
    label: ({ kind }) => kindOf(kind),
    facts: (data) => [
      { label: 'Loại', value: kindOf(data.kind) },
      { label: 'Độ dài', value: data.file && durationWords(data.file.seconds) },
    ],
    structured: (data, { absolute, work, image, published }) => {
      const address = data.file ? absolute(recordingPath + data.file.name) : data.link;
      const length = data.file && { duration: `PT${data.file.seconds}S` };
      return data.kind === 'audio'
        ? {
            '@type': 'PodcastEpisode',
            ...work,
            associatedMedia: { '@type': 'MediaObject', contentUrl: address, ...length },
            partOfSeries: {
              '@type': 'PodcastSeries',
              name: 'Nghe, xem',
              url: absolute('/nghe-xem/'),
              webFeed: absolute('/nghe-xem/podcast.xml'),
            },
          }
        : {
            '@type': 'VideoObject',
            ...work,
            contentUrl: address,
            thumbnailUrl: image,
            uploadDate: published,
            ...length,
          };
    },
    kit: ({ summary, file }) => [
      {
        heading: 'Nội dung',
        items: [summary, ...(file ? [`Dài ${durationWords(file.seconds)}.`] : [])],
      },
    ],
  },
  fields: {
    title,
    summary,
    kind: choice({ label: 'Loại', options: recordingKinds }),
    file: optional(recordingFile),
    link: optional(
      webAddress({
        label: 'Hoặc đường dẫn',
        hint: 'Khi bản ghi nằm ở kênh chính thức khác: trang chỉ dẫn tới, không nhúng.',
      }),
    ),
    axis: someAxis,
    unit,
    sources,
    picture,
    campaign,
    ...life,
  },
  check: checkPlace,
});

function checkPlace(data: { file?: RecordingFile | undefined; link?: string | undefined }) {
  const problems: FieldProblem[] = [];
  if (data.file === undefined && data.link === undefined) {
    problems.push({
      field: 'file',
      message: 'Chưa có bản ghi. Hãy tải tệp lên, hoặc điền đường dẫn.',
    });
  }
  if (data.file !== undefined && data.link !== undefined) {
    problems.push({ field: 'link', message: 'Đã có tệp tải lên. Hãy bỏ đường dẫn, hoặc bỏ tệp.' });
  }
  return problems;
}
