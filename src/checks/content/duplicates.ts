import { basename } from 'node:path/posix';
import { pathOf } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';
import { allTypes } from '../../schema/index.ts';
import { finding, type ContentSet } from './rule.ts';

/** One address, one entry: no slug twice within a type, no page on a path that the site uses. */
export function duplicates({ entries, paths }: ContentSet): Finding[] {
  return [
    ...sameSlug(paths),
    ...takenAddresses(entries),
    ...formerAddresses(entries, paths),
    ...sameTitle(entries),
  ];
}

/** `x.mdx` beside `x.md`, or the same name in a subfolder, would fight for one address. */
function sameSlug(paths: ReadonlySet<string>): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const path of [...paths].sort()) {
    const folder = path.split('/')[1];
    if (!allTypes.some((type) => type.folder === folder)) continue;
    const slug = basename(path)
      .replace(/\.[^.]+$/, '')
      .normalize('NFC')
      .toLowerCase();
    const key = `${folder}/${slug}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
    } else {
      findings.push({
        file: path,
        field: 'slug',
        label: 'Mã (tên tệp)',
        message: `Mã “${slug}” đã được dùng ở ${other}. Hãy đổi tên một trong hai tệp.`,
        rule: 'duplicate-slug',
        severity: 'error',
      });
    }
  }
  return findings;
}

/** First parts of addresses that belong to the site itself and to its channels. */
const ownAddresses =
  'tim-kiem admin api media 404 rss fonts icons anh anh-chia-se chia-se d in qr'.split(' ');

function takenAddresses(entries: ContentSet['entries']): Finding[] {
  const sections = new Set(
    allTypes
      .map((type) => type.address?.('x').split('/')[1])
      .filter((part) => part !== undefined && part !== 'x'),
  );
  for (const own of ownAddresses) sections.add(own);
  return entries
    .filter(({ type, slug }) => type.name === 'page' && sections.has(slug))
    .map((entry) =>
      finding(
        entry,
        'taken-address',
        'slug',
        'Mã (tên tệp)',
        `Địa chỉ /${entry.slug}/ đã dành cho phần khác của trang. Hãy đặt mã khác.`,
      ),
    );
}

/** An address that an entry had before is nobody else's, now or before. */
function formerAddresses(entries: ContentSet['entries'], paths: ReadonlySet<string>): Finding[] {
  const owner = new Map<string, string>();
  return entries.flatMap((entry) =>
    ((entry.data['formerSlugs'] ?? []) as string[]).flatMap((slug, index) => {
      const path = pathOf(entry.type, slug);
      const other = paths.has(path) ? path : owner.get(path);
      owner.set(path, entry.path);
      if (other === undefined) return [];
      const field = `formerSlugs.${index}`;
      const message = `Mã cũ “${slug}” đang thuộc về ${other}. Hãy bỏ mã này khỏi danh sách.`;
      return [finding(entry, 'former-slug', field, 'Mã cũ', message)];
    }),
  );
}

/** Two entries of one type with one title cannot be told apart in a list or in search. */
function sameTitle(entries: ContentSet['entries']): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap((entry) => {
    const title = entry.data['title'];
    if (typeof title !== 'string') return [];
    const key = `${entry.type.name}/${title.toLocaleLowerCase('vi')}`;
    const other = first.get(key);
    first.set(key, other ?? entry.slug);
    if (other === undefined) return [];
    return [
      finding(
        entry,
        'duplicate-title',
        'title',
        'Tiêu đề',
        `Mục cùng loại có mã “${other}” đã dùng tiêu đề này. Hãy đổi để bà con phân biệt được.`,
      ),
    ];
  });
}
