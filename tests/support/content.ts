/** A small content that is right, to be broken one thing at a time. */
import { stringify } from 'yaml';

export const article = {
  title: 'Làm thủ tục ở nhà bằng điện thoại',
  summary: 'Kế hoạch của phường khuyến khích bà con dùng dịch vụ công trực tuyến.',
  axis: 'truc-1',
  keyPoints: ['Bà con có thể nộp hồ sơ qua mạng.', 'Phường rà soát để thủ tục gọn hơn.'],
  audience: ['moi-nguoi'],
  unit: 'uy-ban-nhan-dan',
  sources: [{ document: 'ke-hoach', locator: 'mục II.1.1' }],
  published: '2026-11-22',
};

const source = [{ document: 'ke-hoach', locator: 'toàn văn' }];
const summary = 'Một câu tóm tắt đủ dài để đọc riêng vẫn hiểu.';

/** Front matter and body as a file. */
export function file(data: object, body = 'Bà con đọc tiếp ở đây.\n'): string {
  return `---\n${stringify(data)}---\n\n${body}`;
}

/** Path → text of a whole content: seven axes, a unit, a document, an article, the settings. */
export function content(): Map<string, string> {
  const files = new Map<string, string>();
  for (let order = 1; order <= 7; order += 1) {
    const axis = {
      title: `Trục số ${order}`,
      order,
      message: `Thông điệp ${order}`,
      officialName: `Tên đầy đủ ${order}`,
      summary,
      unit: 'uy-ban-nhan-dan',
      documents: ['ke-hoach'],
      sources: source,
      published: '2026-11-22',
    };
    files.set(`content/axes/truc-${order}.mdx`, file(axis));
  }
  const unit = {
    title: 'Ủy ban nhân dân phường',
    order: 5,
    summary,
    duties: [{ what: 'Cải cách hành chính', detail: 'Làm thủ tục gọn hơn.' }],
    sources: source,
    published: '2026-11-22',
  };
  files.set('content/units/uy-ban-nhan-dan.mdx', file(unit));
  const plan = {
    title: 'Kế hoạch tuyên truyền',
    shortTitle: 'Kế hoạch của phường',
    kind: 'ke-hoach',
    issuer: 'Đảng ủy phường',
    summary,
    unit: 'uy-ban-nhan-dan',
    published: '2026-11-22',
  };
  files.set('content/documents/ke-hoach.mdx', file(plan));
  files.set('content/articles/dich-vu-cong.mdx', file(article));
  const settings = {
    siteName: 'Nghị quyết vào cuộc sống',
    siteUrl: 'https://khuong-dinh.example',
    ward: 'Phường Khương Đình',
    city: 'Hà Nội',
    organization: 'Đảng ủy phường Khương Đình',
    description: 'Đưa nghị quyết đến từng nhà.',
    principle: 'một việc - một thông điệp thống nhất - một đầu mối xuyên suốt',
  };
  files.set('content/settings/site.yml', stringify(settings));
  return files;
}
