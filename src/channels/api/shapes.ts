/**
 * What the files of the content API hold, declared once: the code that makes them is checked against
 * these shapes, and their JSON Schemas are made from them (`schemas.ts`).
 */
import { z } from 'zod';
import { blocks } from '#src/schema/blocks.ts';
import { captionChannels } from '#src/model/captions.ts';
import { shortIdLength } from '#src/model/short-id.ts';
import { apiPageLength, apiVersion } from './paths.ts';

const url = (title: string) => z.url().meta({ title });
const day = (title: string) => z.iso.date().meta({ title });
const text = (title: string, description?: string) =>
  z.string().meta({ title, ...(description && { description }) });

const id = z
  .string()
  .regex(new RegExp(`^[a-z2-9]{${shortIdLength}}$`))
  .meta({ title: 'Mã của mục', description: 'Giữ nguyên suốt đời mục; cũng là mã trong /d/….' });

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({
    title: 'Dấu kiểm nội dung (SHA-256)',
    description: 'Chỉ đổi khi nội dung đổi.',
  });

const size = {
  width: z.int().positive().meta({ title: 'Rộng (điểm ảnh)' }),
  height: z.int().positive().meta({ title: 'Cao (điểm ảnh)' }),
};

/** The schema that the file itself keeps, so that a reader needs no table of them. */
const schema = { $schema: url('Lược đồ của tệp này') };

export const referenceShape = z
  .strictObject({
    id,
    type: text('Loại'),
    slug: text('Mã trong địa chỉ', 'Các trường dẫn tới mục khác bằng mã này.'),
    title: text('Tên gọi'),
    url: url('Trang của mục'),
    api: url('Tệp của mục'),
  })
  .meta({ title: 'Mục được dẫn tới' });

export type ApiReference = z.infer<typeof referenceShape>;

export const itemShape = referenceShape
  .extend({
    summary: text('Tóm tắt'),
    axis: text('Mã của trục nội dung').optional(),
    published: day('Ngày đăng'),
    updated: day('Ngày cập nhật').optional(),
    hash,
  })
  .meta({ title: 'Mục trong danh sách' });

export type ApiItem = z.infer<typeof itemShape>;

const imageShape = z
  .strictObject({
    url: url('Tệp ảnh'),
    ...size,
    alt: text('Mô tả ảnh', 'Trống khi ảnh chỉ để trang trí.'),
    caption: text('Chú thích').optional(),
    credit: text('Nguồn ảnh').optional(),
  })
  .meta({ title: 'Ảnh' });

export type ApiImage = z.infer<typeof imageShape>;

const kitShape = z
  .strictObject({
    page: url('Trang bộ chia sẻ'),
    archive: url('Cả bộ (ZIP)'),
    captions: z
      .array(
        z.strictObject({
          channel: z.enum(captionChannels).meta({ title: 'Kênh' }),
          length: text('Độ dài'),
          text: text('Lời đăng'),
        }),
      )
      .meta({ title: 'Lời đăng' }),
    pictures: z
      .array(z.strictObject({ name: text('Khổ ảnh'), ...size, url: url('Tệp ảnh') }))
      .meta({ title: 'Ảnh cho các kênh' }),
    posters: z
      .array(
        z.strictObject({
          paper: text('Khổ giấy'),
          color: z.boolean().meta({ title: 'Có màu' }),
          url: url('Tệp PDF'),
        }),
      )
      .meta({ title: 'Áp phích' }),
    qr: url('Mã QR (SVG)'),
  })
  .meta({ title: 'Bộ chia sẻ' });

export type ApiKit = z.infer<typeof kitShape>;

/** An entry in force. What `fields` holds is its type's own: see the schema of the type. */
export const entryShape = itemShape
  .extend({
    ...schema,
    status: z.literal('published').meta({ title: 'Tình trạng' }),
    shortUrl: url('Địa chỉ ngắn'),
    changeNote: text('Nội dung cập nhật').optional(),
    reviewDate: day('Ngày rà soát').optional(),
    fields: z.record(z.string(), z.unknown()).meta({ title: 'Các trường của loại' }),
    outline: z
      .array(
        z.strictObject({
          heading: text('Đầu mục'),
          items: z.array(z.string()).meta({ title: 'Các ý' }),
          numbered: z.boolean().meta({ title: 'Là các bước theo thứ tự' }).optional(),
        }),
      )
      .meta({ title: 'Các ý chính', description: 'Dùng được cho mọi loại, khỏi đọc từng trường.' }),
    body: text(
      'Nội dung, dạng Markdown',
      `Như trong tệp gốc, có thể có các khung ${Object.keys(blocks).join(', ')}.`,
    ),
    text: text('Nội dung, chữ thường'),
    html: text('Nội dung, dạng HTML', 'Đường dẫn và ảnh đều là địa chỉ đầy đủ.'),
    sources: z
      .array(
        z.strictObject({ id, title: text('Văn bản'), locator: text('Vị trí'), url: url('Trang') }),
      )
      .meta({ title: 'Nguồn' }),
    references: z.array(referenceShape).meta({ title: 'Các mục mà mục này dẫn tới' }),
    referrers: z.array(id).meta({ title: 'Mã các mục dẫn tới mục này' }),
    card: imageShape.meta({ title: 'Ảnh khi chia sẻ đường dẫn' }),
    images: z.array(imageShape).meta({ title: 'Ảnh trong mục' }),
    kit: kitShape.optional(),
  })
  .meta({ title: 'Một mục' });

export type ApiEntry = z.infer<typeof entryShape>;

const retiredShape = referenceShape
  .extend({
    status: z.enum(['withdrawn', 'expired']).meta({ title: 'Tình trạng' }),
    since: day('Ngày đầu tiên không còn mục này'),
    reason: text('Lý do').optional(),
    successor: url('Trang thay thế').optional(),
    successorId: id.optional(),
  })
  .meta({ title: 'Mục đã gỡ hoặc đã hết hạn' });

const movedShape = referenceShape
  .extend({
    status: z.literal('moved').meta({ title: 'Tình trạng' }),
    movedTo: referenceShape.meta({ title: 'Mục ấy nay ở đâu' }),
  })
  .meta({ title: 'Mã cũ của một mục' });

/** What an id says that no entry in force has any more. */
const goneItemShape = z.union([retiredShape, movedShape]);

export type ApiGone = z.infer<typeof goneItemShape>;

export const goneShape = z.union([retiredShape.extend(schema), movedShape.extend(schema)]).meta({
  title: 'Mục không còn ở mã này',
});

export const listShape = z
  .strictObject({
    ...schema,
    page: z.int().positive().meta({ title: 'Trang này' }),
    pages: z.int().positive().meta({ title: 'Số trang' }),
    total: z.int().nonnegative().meta({ title: 'Số mục của cả danh sách' }),
    previous: url('Trang trước').optional(),
    next: url('Trang sau').optional(),
    items: z
      .array(z.union([itemShape, goneItemShape]))
      .max(apiPageLength)
      .meta({ title: 'Các mục' }),
  })
  .meta({ title: 'Một trang của danh sách' });

export type ApiList = z.infer<typeof listShape>;

const count = z.int().nonnegative().meta({ title: 'Số mục' });
const list = url('Trang đầu của danh sách');

export const indexShape = z
  .strictObject({
    ...schema,
    version: z.literal(apiVersion).meta({ title: 'Phiên bản' }),
    language: z.literal('vi').meta({ title: 'Ngôn ngữ' }),
    site: z
      .strictObject({
        name: text('Tên trang'),
        url: url('Địa chỉ trang'),
        ward: text('Phường'),
        city: text('Thành phố'),
        organization: text('Cơ quan chủ quản'),
        description: text('Giới thiệu'),
      })
      .meta({ title: 'Trang' }),
    updated: day('Ngày có thay đổi gần nhất').optional(),
    hash,
    total: count,
    all: list,
    gone: list,
    types: z
      .array(
        z.strictObject({
          name: text('Tên loại'),
          one: text('Gọi một mục'),
          many: text('Gọi nhiều mục'),
          count,
          list,
          schema: url('Lược đồ'),
          url: url('Danh sách trên trang').optional(),
        }),
      )
      .meta({ title: 'Các loại nội dung' }),
    axes: z
      .array(
        referenceShape.extend({
          order: z.int().positive().meta({ title: 'Thứ tự' }),
          message: text('Thông điệp'),
          count,
          list,
        }),
      )
      .meta({ title: 'Các trục nội dung' }),
    schemas: z
      .strictObject({
        index: url('Mục lục'),
        list: url('Danh sách'),
        entry: url('Một mục'),
        gone: url('Mục không còn'),
      })
      .meta({ title: 'Lược đồ chung' }),
    feeds: z
      .strictObject({ rss: url('RSS'), json: url('JSON Feed'), calendar: url('Lịch sự kiện') })
      .meta({ title: 'Nguồn tin' }),
    guide: url('Trang hướng dẫn'),
  })
  .meta({ title: 'Mục lục của dữ liệu' });

export type ApiIndex = z.infer<typeof indexShape>;
