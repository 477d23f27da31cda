import type { Finding } from '../../schema/finding.ts';
import type { Page } from './page.ts';
import { pageFinding, type Dist } from './rule.ts';

/** Paths that the editorial server answers, which are in no file; the content API is files. */
const serverPaths = /^\/(?:admin\/|api\/(?!noi-dung\/))/;

/** Every link and every file that a page names is there, fragments included. */
export function links({ pages, files }: Dist): Finding[] {
  const ids = new Map(pages.map((page) => [page.address, idsOf(page)]));
  return pages.flatMap((page) =>
    page.elements.flatMap(({ tag, attributes, line }) =>
      addressesOf(tag, attributes).flatMap((address) => {
        const problem = problemOf(address, page, ids, files);
        return problem ? [pageFinding(page, 'link', problem, line)] : [];
      }),
    ),
  );
}

function idsOf(page: Page): Set<string> {
  return new Set(page.elements.flatMap(({ attributes }) => attributes['id'] ?? []));
}

function addressesOf(tag: string, attributes: Readonly<Record<string, string>>): string[] {
  const { href, src, srcset, action } = attributes;
  const single = [href, src, tag === 'form' ? action : undefined].filter(
    (one) => one !== undefined,
  );
  const set = srcset?.split(',').map((one) => one.trim().split(/\s+/)[0]!) ?? [];
  return [...single, ...set];
}

function problemOf(
  address: string,
  page: Page,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlyMap<string, number>,
): string | undefined {
  if (/^(?:https?:|mailto:|tel:|data:)/.test(address)) return undefined;
  const url = new URL(address, `https://site.example${page.address}`);
  const path = decodeURIComponent(url.pathname);
  if (serverPaths.test(path)) return undefined;
  if (!files.has(path.slice(1)) && !files.has(`${path.slice(1)}index.html`)) {
    return `Liên kết ${address} không dẫn tới tệp nào.`;
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && ids.has(path) && !ids.get(path)!.has(fragment)) {
    return `Liên kết ${address}: trang đích không có phần #${fragment}.`;
  }
  return undefined;
}
