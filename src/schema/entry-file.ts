/** A content file: its text to typed data, with everything that is wrong named at once. */
import { parseDocument, visit } from 'yaml';
import { checkBody } from './body.ts';
import { vietnameseErrors } from './error-map.ts';
import type { Fields, Form } from './field.ts';
import type { Finding } from './finding.ts';
import { allTypes, type ContentType } from './index.ts';
import { isSlug, slugMaxLength } from './slug.ts';
import { withoutUnsaid } from './unsaid.ts';

export interface EntryFile {
  type: ContentType;
  slug: string;
  path: string;
  /** The fields, as the type's rule gives them. */
  data: Record<string, unknown>;
  /** The text below the front matter; empty for data files. */
  body: string;
  /** 1-based line of the file on which the body starts. */
  bodyLine: number;
}

export interface ReadResult {
  /** Present when nothing is wrong that stops a build. */
  entry?: EntryFile;
  findings: Finding[];
}

interface Parts {
  front: string;
  body: string;
  /** 1-based line of the file on which the body starts. */
  bodyLine: number;
}

/** Type and slug of a path such as `content/articles/x.mdx`; `undefined` outside the content folders. */
export function locate(path: string): { type: ContentType; slug: string } | undefined {
  const match = /^content\/([^/]+)\/([^/]+)\.([^./]+)$/.exec(path.normalize('NFC'));
  if (!match) return undefined;
  const type = allTypes.find(({ folder }) => folder === match[1]);
  if (!type || match[3] !== type.extension) return undefined;
  return { type, slug: match[2]! };
}

/** Path of the file of an entry. */
export function pathOf(type: ContentType, slug: string): string {
  return `content/${type.folder}/${slug}.${type.extension}`;
}

/** Reads and checks one file by itself. Rules between files are in `src/checks`. */
export function readEntryFile(path: string, raw: string): ReadResult {
  const findings: Finding[] = [];
  const add = (rule: string, field: string, label: string, message: string, line?: number) =>
    findings.push({
      file: path,
      field,
      label,
      message,
      rule,
      severity: 'error',
      ...(line ? { line } : {}),
    });

  const place = locate(path);
  if (!place) {
    add('file-place', '', '', misplaced());
    return { findings };
  }
  const { type, slug } = place;
  if (!isSlug(slug)) {
    add(
      'file-name',
      '',
      '',
      `Tên tệp “${slug}” không dùng được làm địa chỉ. Hãy dùng chữ thường không dấu, chữ số, gạch nối, tối đa ${slugMaxLength} ký tự.`,
    );
  }
  const text = raw.normalize('NFC');
  const parts =
    type.extension === 'yml' ? { front: text, body: '', bodyLine: 1 } : splitEntryFile(text);
  if (!parts) {
    add(
      'front-matter',
      '',
      '',
      'Tệp phải bắt đầu bằng phần khai báo giữa hai dòng ---. Hãy thêm dòng --- ở đầu và cuối phần này.',
    );
    return { findings };
  }
  const data = readYaml(parts.front, type, add);
  if (!data) return { findings };

  const checked = type.rule.safeParse(data, { error: vietnameseErrors });
  for (const issue of checked.error?.issues ?? []) {
    const field = issue.path.map(String).join('.');
    add('field', field, labelOf(type.fields, issue.path), issue.message);
  }
  for (const problem of type.extension === 'mdx' ? checkBody(parts.body) : []) {
    add(problem.rule, 'body', 'Nội dung', problem.message, parts.bodyLine + problem.line - 1);
  }
  if (findings.length > 0 || !checked.success) return { findings };
  return {
    entry: {
      type,
      slug,
      path,
      data: checked.data,
      body: parts.body,
      bodyLine: parts.bodyLine,
    },
    findings,
  };
}

/** False where a file's data cannot be read at all: a form of it would be empty. */
export function isReadable(path: string, raw: string): boolean {
  return readEntryFile(path, raw).findings.every(
    ({ rule }) => rule !== 'yaml' && rule !== 'front-matter',
  );
}

function misplaced(): string {
  const example = pathOf(allTypes[0]!, 'ten-bai');
  return `Tệp không nằm trong thư mục của loại nội dung nào. Hãy chuyển vào đúng thư mục, đúng đuôi tệp, ví dụ ${example}.`;
}

/** Front matter and body of a file; `undefined` when it does not start with front matter. */
export function splitEntryFile(raw: string): Parts | undefined {
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  // Exactly three hyphens: `---js` and the like would ask other readers to run the front matter.
  const match = /^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  return {
    front: match[1]!,
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

function readYaml(
  front: string,
  type: ContentType,
  add: (rule: string, field: string, label: string, message: string, line?: number) => void,
): Record<string, unknown> | undefined {
  const document = parseDocument(front, { prettyErrors: true, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const line = (error.linePos?.[0].line ?? 1) + (type.extension === 'mdx' ? 1 : 0);
    add(
      'yaml',
      '',
      '',
      `Phần khai báo viết sai ở dòng ${line}. Hãy xem lại dấu hai chấm, dấu ngoặc kép và khoảng thụt đầu dòng.`,
      line,
    );
    return undefined;
  }
  let aliases = 0;
  visit(document, { Alias: () => void (aliases += 1) });
  if (aliases > 0) {
    add('yaml', '', '', 'Phần khai báo dùng ký hiệu *tên để nhắc lại. Hãy ghi giá trị ra đầy đủ.');
    return undefined;
  }
  const data: unknown = document.toJS();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    add('yaml', '', '', 'Phần khai báo phải là các dòng “tên: giá trị”.');
    return undefined;
  }
  return withoutUnsaid(data as Record<string, unknown>);
}

/** The label that the form shows for a path of keys, such as “Nguồn 1 › Vị trí trong nguồn”. */
export function labelOf(fields: Fields, path: readonly PropertyKey[]): string {
  const [key, ...rest] = path;
  if (key === undefined) return '';
  const form = fields[String(key)]?.form;
  if (!form) return String(key);
  return [form.label, ...innerLabels(form, rest)].join(' › ');
}

function innerLabels(form: Form, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  if (key === undefined) return [];
  if (typeof key === 'number') {
    const row = `mục ${key + 1}`;
    return form.widget === 'list' && rest.length > 0 ? [row, labelOf(form.fields, rest)] : [row];
  }
  return form.widget === 'object' ? [labelOf(form.fields, path)] : [];
}
