import type { Finding } from '../../schema/finding.ts';
import type { Page } from './page.ts';
import { pageFinding, type Dist } from './rule.ts';

/** What every page's head must say, so that a shared link has a title, a text and a picture. */
export function head({ pages, files }: Dist): Finding[] {
  return [...pages.flatMap((page) => missing(page, files)), ...sameTitles(pages)];
}

function missing(page: Page, files: ReadonlyMap<string, number>): Finding[] {
  const meta = new Map(
    page.elements
      .filter(({ tag }) => tag === 'meta')
      .map(({ attributes }) => [
        attributes['property'] ?? attributes['name'] ?? '',
        attributes['content'] ?? '',
      ]),
  );
  const findings: Finding[] = [];
  const need = (present: boolean, message: string) => {
    if (!present) findings.push(pageFinding(page, 'head', message));
  };
  const title = page.elements.find(({ tag }) => tag === 'title')?.text.trim();
  need(Boolean(title), 'Thiếu thẻ title.');
  need(
    page.elements.some(({ tag, attributes }) => tag === 'html' && attributes['lang'] === 'vi'),
    'Thiếu lang="vi".',
  );
  need(page.elements.filter(({ tag }) => tag === 'h1').length === 1, 'Trang phải có đúng một h1.');
  // Pages that search engines leave out are not shared either.
  if (meta.get('robots')?.includes('noindex')) return findings;
  need(Boolean(meta.get('description')), 'Thiếu mô tả (description).');
  need(
    page.elements.some(
      ({ tag, attributes }) => tag === 'link' && attributes['rel'] === 'canonical',
    ),
    'Thiếu địa chỉ gốc (canonical).',
  );
  const picture = meta.get('og:image');
  need(Boolean(picture), 'Thiếu ảnh chia sẻ (og:image).');
  if (picture) {
    need(
      files.has(new URL(picture).pathname.slice(1)),
      `Ảnh chia sẻ ${picture} không có trong bản dựng.`,
    );
  }
  return findings;
}

function sameTitles(pages: readonly Page[]): Finding[] {
  const first = new Map<string, string>();
  return pages.flatMap((page) => {
    const title = page.elements.find(({ tag }) => tag === 'title')?.text.trim() ?? '';
    const other = first.get(title);
    first.set(title, other ?? page.file);
    return other ? [pageFinding(page, 'head', `Tiêu đề trang “${title}” đã dùng ở ${other}.`)] : [];
  });
}
