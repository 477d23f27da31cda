/** What a change does to each entry, in words and pictures. */
import { locate } from '#src/schema/entry-file.ts';
import type { ChangedFile } from '../content/change-files.ts';
import { compareEntry, type FieldChange, type Run } from '../content/compare.ts';
import { html, type Html } from '../pages/html.ts';
import type { Names } from './names.ts';

/**
 * `pictureBase`: address of the change's picture route, to which `nhap/<name>` or `dang/<name>` is
 * added; without it pictures are named, not shown.
 */
export function difference(
  files: readonly ChangedFile[],
  names: Names,
  pictureBase: string | undefined,
): Html {
  if (files.length === 0) return html`<p>Không có gì khác bản đang đăng.</p>`;
  return html`${files.map((file) => fileDifference(file, names, pictureBase, files.length > 1))}`;
}

function fileDifference(
  { type, slug, before, after, path }: ChangedFile,
  names: Names,
  pictureBase: string | undefined,
  isOneOfMany: boolean,
): Html {
  const changes = compareEntry(type, before, after, names.titleOf);
  const what =
    before === undefined ? 'Thêm mục mới' : after === undefined ? 'Xóa mục này khỏi trang' : '';
  return html`<section>
    ${isOneOfMany && html`<h3>${type.words.one}: ${names.titleOf(type.name, slug)} (${slug})</h3>`}
    ${what && html`<p><strong>${what}</strong></p>`}
    ${changes.map((change) => fieldDifference(change, pictureBase))}
    ${changes.length === 0 && html`<p>Chỉ khác cách ghi trong tệp ${locate(path) ? path : ''}.</p>`}
  </section>`;
}

const kindWords = { added: 'thêm', removed: 'bỏ', changed: 'sửa' } as const;

function fieldDifference(
  { label, kind, rows, pictures }: FieldChange,
  pictureBase: string | undefined,
): Html {
  return html`<div class="change card">
    <h3>${label} <small>(${kindWords[kind]})</small></h3>
    ${rows.map((runs) => html`<p>${runs.map(showRun)}</p>`)}
    ${pictures?.map(
      ({ before, after }) =>
        html`<div class="pair">
          ${showPicture('Đang đăng', 'dang', before, pictureBase)}
          ${showPicture('Bản mới', 'nhap', after, pictureBase)}
        </div>`,
    )}
  </div>`;
}

/** Words that came or went, also for a reader who sees no colours. */
export function showRun({ text, mark }: Run): Html | string {
  if (mark === 'moved') return html`<em>Dời tới chỗ này:</em> ${text}`;
  if (mark === 'added') return html`<ins><span class="hidden">thêm: </span>${text}</ins> `;
  return mark === 'removed' ? html`<del><span class="hidden">bỏ: </span>${text}</del> ` : text;
}

function showPicture(
  words: string,
  version: 'dang' | 'nhap',
  address: string | undefined,
  pictureBase: string | undefined,
): Html | undefined {
  if (address === undefined) return undefined;
  const name = address.slice('/media/'.length);
  if (pictureBase === undefined) return html`<p>${words}: ảnh ${name}</p>`;
  return html`<figure>
    <figcaption>${words}</figcaption>
    <img src="${pictureBase}${version}/${name}" alt="Ảnh ${name}" loading="lazy" />
  </figure>`;
}
