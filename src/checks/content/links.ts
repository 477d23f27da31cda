import { picturesOfBlock } from '../../schema/blocks.ts';
import { entryAddress } from '../../schema/entry-block.ts';
import { treeOf, walk } from '../../schema/body.ts';
import { locate, type EntryFile } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';
import { listTypes } from '../../schema/index.ts';
import { finding, type ContentSet } from './rule.ts';

const listAddresses = [
  '/',
  '/tim-kiem/',
  '/luu-tru/',
  '/muc-luc/',
  '/lo-trinh/',
  '/cach-doc/',
  '/dang-ky/',
  '/du-lieu/',
  '/nhan-dien/',
].concat(listTypes.map(({ pages }) => `/${pages.section}/`));

/** Every address of the site, given those of its entries, the former ones too. */
export function siteAddresses(entries: readonly string[]): ReadonlySet<string> {
  return new Set([...listAddresses, ...entries]);
}

/** A link inside the site leads to a page; a picture is in the library. */
export function links({ entries, paths }: ContentSet): Finding[] {
  const addresses = siteAddresses([
    ...[...paths].flatMap((path) => addressOf(path) ?? []),
    ...entries.flatMap(formerAddresses),
  ]);
  return entries.flatMap((entry) => [
    ...targets(entry).flatMap(({ url, kind, line }) => {
      const problem =
        kind === 'image' ? missingPicture(url, paths) : missingPage(url, addresses, paths);
      return problem ? [{ ...finding(entry, kind, 'body', 'Nội dung', problem), line }] : [];
    }),
    ...mainPicture(entry, paths),
  ]);
}

function addressOf(path: string): string | undefined {
  const place = locate(path);
  return place?.type.address?.(place.slug);
}

/** Old addresses lead on to the present one. */
function formerAddresses({ type, data }: EntryFile): string[] {
  const slugs = (data['formerSlugs'] ?? []) as string[];
  return slugs.flatMap((slug) => type.address?.(slug) ?? []);
}

/** A link or a picture in a body. */
export interface Target {
  url: string;
  kind: 'link' | 'image';
  /** 1-based line of the file. */
  line: number;
}

/** An entry that was read once is checked again with every change of another. */
const found = new WeakMap<EntryFile, Target[]>();

/** The links and pictures in an entry's body. */
export function targets(entry: EntryFile): Target[] {
  let list = found.get(entry);
  if (!list) found.set(entry, (list = targetsIn(entry)));
  return list;
}

/** Says what is in the body of an entry that was read elsewhere. */
export function keepTargets(entry: EntryFile, list: Target[]): void {
  found.set(entry, list);
}

function targetsIn(entry: EntryFile): Target[] {
  if (!entry.body) return [];
  return [...walk(treeOf(entry.body))].flatMap((node): Target[] => {
    const line = entry.bodyLine - 1 + (node.position?.start.line ?? 1);
    const { url, name, attributes } = node as {
      url?: string;
      name?: string;
      attributes?: { name: string; value: string }[];
    };
    if (node.type === 'link' && url) return [{ url, kind: 'link', line }];
    if (node.type === 'image' && url) return [{ url, kind: 'image', line }];
    const written = Object.fromEntries(
      attributes?.map((attribute) => [attribute.name, attribute.value]) ?? [],
    );
    const pictures = picturesOfBlock(name, written).map(({ src }) => src);
    const leads = name ? [entryAddress(name, written), written['href']] : [];
    return [
      ...pictures.map((url): Target => ({ url, kind: 'image', line })),
      ...leads.flatMap((url): Target[] => (url ? [{ url, kind: 'link', line }] : [])),
    ];
  });
}

function missingPicture(url: string, paths: ReadonlySet<string>): string | undefined {
  return paths.has(`content${url}`)
    ? undefined
    : `Không có ảnh ${url} trong thư viện. Hãy tải ảnh lên hoặc chọn ảnh khác.`;
}

/** What is wrong with a link; `undefined` for one that leads to a page, or off the site. */
export function missingPage(
  url: string,
  addresses: ReadonlySet<string>,
  paths: ReadonlySet<string> = new Set(),
): string | undefined {
  if (!url.startsWith('/')) return undefined;
  const path = url.replace(/[?#].*$/, '');
  if (addresses.has(path) || addresses.has(`${path}/`)) return undefined;
  if (path.startsWith('/media/') && paths.has(`content${path}`)) return undefined;
  return `Đường dẫn ${path} không dẫn tới trang nào. Hãy sửa hoặc xóa đường dẫn.`;
}

function mainPicture(entry: EntryFile, paths: ReadonlySet<string>): Finding[] {
  const picture = entry.data['picture'] as { src: string } | undefined;
  const problem = picture && missingPicture(picture.src, paths);
  return problem ? [finding(entry, 'image', 'picture.src', 'Ảnh chính › Tệp ảnh', problem)] : [];
}
