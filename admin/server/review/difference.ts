/** What a change does to each entry, in words and pictures. */
import { locate } from '#src/schema/entry-file.ts';
import { frontOf, type ChangedFile } from '../content/change-files.ts';
import { compareEntry, type FieldChange, type Run } from '../content/compare.ts';
import { html, type Html } from '../pages/html.ts';
import type { Names } from './names.ts';

/** One of the two texts that are compared: what it is called, and where its pictures are. */
interface Side {
  words: string;
  /** Address before the name of a picture. */
  pictures: string;
}

export type Sides = readonly [before: Side, after: Side];

/** What the second text changes in the first. */
export function difference(files: readonly ChangedFile[], names: Names, sides: Sides): Html {
  if (files.length === 0) return html`<p>Không có gì khác bản đang đăng.</p>`;
  return html`${files.map((file) => fileDifference(file, names, sides, files.length > 1))}`;
}

function fileDifference(
  { type, slug, before, after, path }: ChangedFile,
  names: Names,
  sides: Sides,
  isOneOfMany: boolean,
): Html {
  const changes = compareEntry(type, before, after, names.titleOf);
  const what =
    before === undefined ? 'Thêm mục mới' : after === undefined ? 'Xóa mục này khỏi trang' : '';
  // What is not on the site yet is called as it will be there.
  const title = before === undefined && after !== undefined && frontOf(type, after)[type.nameField];
  const name = typeof title === 'string' ? title : names.titleOf(type.name, slug);
  return html`<section>
    ${isOneOfMany && html`<h3>${type.words.one}: ${name} (${slug})</h3>`}
    ${what && html`<p><strong>${what}</strong></p>`}
    ${changes.map((change) => {
      const words = fieldName(change, before === undefined);
      // Below the entry that it is a field of, where several are named.
      const heading = isOneOfMany ? html`<h4>${words}</h4>` : html`<h3>${words}</h3>`;
      return fieldDifference(change, sides, { heading, isNew: before === undefined });
    })}
    ${changes.length === 0 && html`<p>${unseenWords(before === after, path)}</p>`}
  </section>`;
}

/** What is said of two texts that read alike. */
function unseenWords(isSame: boolean, path: string): string {
  if (isSame) return 'Hai bản giống hệt nhau.';
  return `Chỉ khác cách ghi trong tệp ${locate(path) ? path : ''}.`;
}

const kindWords = { added: 'thêm', removed: 'bỏ', changed: 'sửa' } as const;

function fieldName({ label, kind }: FieldChange, isNew: boolean): Html {
  return html`${label} ${!isNew && html`<small>(${kindWords[kind]})</small>`}`;
}

/** Of a new entry every word is new: it is shown to be read, without a mark on each. */
function fieldDifference(
  { rows, pictures }: FieldChange,
  [before, after]: Sides,
  { heading, isNew }: { heading: Html; isNew: boolean },
): Html {
  return html`<div class="change card">
    ${heading}
    ${rows.map((runs) => html`<p>${isNew ? runs.map(({ text }) => text) : runs.map(showRun)}</p>`)}
    ${pictures?.map(
      (pair) =>
        html`<div class="pair">
          ${showPicture(before, pair.before)} ${showPicture(after, pair.after)}
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

function showPicture({ words, pictures }: Side, address: string | undefined): Html | undefined {
  if (address === undefined) return undefined;
  const name = address.slice('/media/'.length);
  return html`<figure>
    <figcaption>${words}</figcaption>
    <img src="${pictures}${name}" alt="Ảnh ${name}" loading="lazy" />
  </figure>`;
}
