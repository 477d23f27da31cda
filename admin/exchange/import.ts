/** A folder of Markdown, Word and HTML as drafts of articles, with a report of what needs a hand. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { stringify } from 'yaml';
import { limits } from '#src/schema/common.ts';
import { types, type Data } from '#src/schema/index.ts';
import { toSlug } from '#src/schema/slug.ts';
import { unfinished } from '#src/schema/unfinished.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import type { User } from '../server/accounts/accounts.ts';
import { unknownSlugs } from '../server/content/known-slugs.ts';
import type { Drafts } from '../server/workflow/drafts.ts';
import { saveEntry } from '../server/workflow/save.ts';
import { readable, readArticleFile, type ReadArticle } from './read-file.ts';

/** What no file tells and nobody may make up: the person who brings the files says it. */
export interface ImportChoices {
  axis: string;
  unit: string;
  /** The document on which the articles rest. */
  source: string;
}

export interface ImportRow {
  file: string;
  outcome: 'đã tạo' | 'sẽ tạo' | 'đã có' | 'bỏ qua' | 'lỗi';
  /** Address of the draft in the CMS. */
  draft: string;
  /** What a person still has to do, one thing a line. */
  toDo: string[];
}

interface ImportOptions {
  choices: ImportChoices;
  user: User;
  now: Date;
  /** Only report. */
  dryRun: boolean;
}

/** The type of the entry that each choice names. */
const choiceTypes = { axis: 'axis', unit: 'unit', source: 'document' } as const;

/**
 * Brings in every file of a folder, one after the other: one that cannot be read stops no other. A
 * file that was brought in before is known by its content and not brought in again. A choice that
 * names no entry of `main` is an error before anything is made: every draft would carry it.
 */
export async function importFolder(
  drafts: Drafts,
  folder: string,
  options: ImportOptions,
): Promise<ImportRow[]> {
  await expectKnown(drafts, options.choices);
  const rows: ImportRow[] = [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    if (!readable.includes(extname(name).toLowerCase())) {
      const toDo = [`Chỉ đọc được ${readable.join(', ')}.`];
      rows.push({ file: name, outcome: 'bỏ qua', draft: '', toDo });
      continue;
    }
    rows.push(await importFile(drafts, folder, name, options));
  }
  return rows;
}

async function expectKnown(drafts: Drafts, choices: ImportChoices): Promise<void> {
  const problems: string[] = [];
  for (const [choice, name] of Object.entries(choiceTypes)) {
    const chosen = choices[choice as keyof ImportChoices];
    const problem = await unknownSlugs(drafts, name, [chosen]);
    if (problem !== undefined) problems.push(`--${choice}: ${problem}`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

async function importFile(
  drafts: Drafts,
  folder: string,
  name: string,
  { choices, user, now, dryRun }: ImportOptions,
): Promise<ImportRow> {
  const path = join(folder, name);
  try {
    const mark = markOf(await readFile(path));
    const known = await placeOf(drafts, mark);
    if (known) return { file: name, outcome: 'đã có', draft: addressOf(known), toDo: [] };
    const read = await readArticleFile(path);
    const { data, toDo } = articleOf(read, choices, now);
    const slug = await freeSlug(drafts, toSlug(data.title) || 'bai-nhap');
    const raw = `---\n${stringify(data)}# ${mark}\n---\n\n${read.body}`;
    if (!dryRun) {
      await saveEntry(drafts, user, { collection: 'article', slug, raw, pictures: read.pictures });
    }
    return { file: name, outcome: dryRun ? 'sẽ tạo' : 'đã tạo', draft: addressOf(slug), toDo };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file: name, outcome: 'lỗi', draft: '', toDo: message.split('\n') };
  }
}

/** A comment in the draft's first front matter by which its file is known again, in git's history. */
function markOf(content: Buffer): string {
  return `nhap-tu ${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

/** The slug of what was made of the same file, also when somebody has gone on writing since. */
async function placeOf({ git }: Drafts, mark: string): Promise<string | undefined> {
  const args = ['log', '--all', '-1', '--format=', '--name-only', `-S# ${mark}`];
  const [path] = (await git.run(args)).toString().trim().split('\n');
  return path ? path.replace(/^.*\/|\.mdx$/g, '') : undefined;
}

async function freeSlug(drafts: Drafts, wanted: string): Promise<string> {
  const main = await drafts.main();
  for (let copy = 1; ; copy += 1) {
    const slug = copy === 1 ? wanted : `${wanted.slice(0, 76)}-${copy}`;
    const path = `content/${types.article.folder}/${slug}.mdx`;
    const isTaken =
      (await drafts.find('article', slug)) ?? (await drafts.git.files(main, path)).length > 0;
    if (!isTaken) return slug;
  }
}

/** The article as far as the file tells it; what it does not tell is marked for a person to write. */
function articleOf(
  { title, fields, body, lost }: ReadArticle,
  { axis, unit, source }: ImportChoices,
  now: Date,
): { data: Data<'article'>; toDo: string[] } {
  const own = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '');
  const short = title.length <= limits.title ? title : `${title.slice(0, 75).trim()} ${unfinished}`;
  const summary = own('summary') || own('description');
  const fits = summary.length >= 20 && summary.length <= limits.summary;
  const data = {
    title: short.length >= 5 ? short : `${short} ${unfinished}`,
    summary: fits ? summary : `${unfinished} Tóm tắt trong một hoặc hai câu.`,
    axis,
    keyPoints: [`${unfinished} Điều cần nhớ thứ nhất.`, `${unfinished} Điều cần nhớ thứ hai.`],
    audience: ['moi-nguoi'],
    unit,
    sources: [{ document: source, locator: unfinished }],
    published: hanoiDay(now),
  } as unknown as Data<'article'>;
  const toDo = [
    ...(title === short ? [] : ['Rút gọn tiêu đề còn tối đa 90 ký tự.']),
    ...(fits ? [] : ['Viết tóm tắt.']),
    'Viết điều cần nhớ.',
    'Ghi vị trí trong nguồn.',
    'Xem lại trục nội dung, đơn vị, nhóm người đọc.',
    ...(body.trim() === '' ? ['Tệp không có nội dung dưới tiêu đề.'] : []),
    ...lost.map((what) => `Không giữ được: ${what}.`),
  ];
  return { data, toDo };
}

function addressOf(slug: string): string {
  return `/admin/#/collections/article/entries/${slug}`;
}
