/** What editors do to published content, at random: the content stays right. */
import { parse, stringify } from 'yaml';
import { locate, pathOf, splitEntryFile } from '#src/schema/entry-file.ts';
import { pointers } from '#src/schema/pointers.ts';
import { types, type TypeName } from '#src/schema/index.ts';

/** A number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** Numbers that a seed decides: what went wrong once goes wrong again. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    // An xorshift of 32 bits (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

interface Opened {
  path: string;
  type: (typeof types)[TypeName];
  slug: string;
  data: Record<string, unknown>;
  body: string;
}

type Files = Map<string, string>;

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)]!;

/** One edit: changes `files` (path → text), and says what it did. */
export function editAtRandom(files: Files, random: Random): string {
  const [name, edit] = pick(random, Object.entries(edits));
  const entry = open(files, pick(random, editable(files)));
  edit(entry, files, random);
  return `${name} ${entry.path}`;
}

/** Entries of the types that editors add to and that a reader finds by themselves. */
function editable(files: Files): string[] {
  const names: TypeName[] = ['article', 'question', 'event', 'exemplar', 'document', 'term'];
  return [...files.keys()].filter((path) => names.some((name) => locate(path)?.type.name === name));
}

/** Each changes an entry, or leaves it where that would not be right. */
const edits: Record<string, (entry: Opened, files: Files, random: Random) => void> = {
  retitles(entry, files, random) {
    entry.data['title'] = `Tên đặt lại lần thứ ${random(1e6)} là gì?`;
    save(entry, files);
  },
  resumes(entry, files, random) {
    entry.data['summary'] = `Một câu tóm tắt viết lại lần thứ ${random(1e6)}, đủ dài để đọc.`;
    save(entry, files);
  },
  rewrites(entry, files, random) {
    entry.body += `\nMột câu mới, thứ ${random(1e6)}, nói về từ thử số ${random(3) + 1}.\n`;
    save(entry, files);
  },
  redates(entry, files, random) {
    entry.data['published'] = `2026-0${random(9) + 1}-1${random(9)}`;
    save(entry, files);
  },
  relates(entry, files, random) {
    entry.data['axis'] = `truc-${random(7) + 1}`;
    if (entry.type.name === 'document') {
      delete entry.data['axis'];
      entry.data['axes'] = [`truc-${random(7) + 1}`];
    }
    if (entry.type.name === 'article') {
      const others = ofType(files, 'article').filter(({ slug }) => slug !== entry.slug);
      entry.data['related'] = others
        .slice(random(others.length))
        .map(({ slug }) => slug)
        .slice(0, 2);
    }
    save(entry, files);
  },
  cites(entry, files, random) {
    const { slug } = pick(random, ofType(files, 'document'));
    if (entry.type.name === 'document') return;
    entry.data['sources'] = [{ document: slug, locator: `mục ${random(9)}` }];
    save(entry, files);
  },
  withdraws(entry, files, random) {
    // What others name stays: a source, a choice of the editor's.
    if (isNamed(entry, files) || entry.data['withdrawn']) return;
    if (ofType(files, entry.type.name).length < 3) return;
    entry.data['withdrawn'] = { on: '2026-11-25', reason: `Lý do gỡ thử ${random(9)}.` };
    save(entry, files);
  },
  renames(entry, files, random) {
    const slug = `${entry.slug.slice(0, 40)}-${random(1e6)}`;
    const former = (entry.data['formerSlugs'] ?? []) as string[];
    for (const other of all(files)) {
      let text = JSON.stringify(other.data);
      for (const pointer of pointers(other.type.fields, other.data)) {
        if (pointer.to === entry.type.name && pointer.slug === entry.slug) {
          text = text.replaceAll(JSON.stringify(entry.slug), JSON.stringify(slug));
        }
      }
      if (text !== JSON.stringify(other.data)) {
        save({ ...other, data: JSON.parse(text) as Opened['data'] }, files);
      }
    }
    const renamed = open(files, entry.path);
    files.delete(entry.path);
    const path = pathOf(entry.type, slug);
    const data = { ...renamed.data, formerSlugs: [...former, entry.slug].slice(-9) };
    save({ ...renamed, path, slug, data }, files);
  },
  adds(entry, files, random) {
    const slug = `them-${random(1e6)}`;
    const path = pathOf(entry.type, slug);
    const data: Opened['data'] = { ...entry.data };
    delete data['formerSlugs'];
    delete data['withdrawn'];
    data['title'] = `Mục thêm lần thứ ${random(1e6)} là gì?`;
    if (entry.type.name === 'document') data['number'] = `${random(1e6)}-KH/THEM`;
    if (entry.type.name === 'term') data['also'] = [`TH${random(1e6)}`];
    save({ ...entry, path, slug, data }, files);
  },
};

function open(files: Files, path: string): Opened {
  const { type, slug } = locate(path)!;
  const { front, body } = splitEntryFile(files.get(path)!)!;
  return {
    path,
    type: type as Opened['type'],
    slug,
    data: parse(front) as Record<string, unknown>,
    body,
  };
}

function all(files: Files): Opened[] {
  return [...files.keys()]
    .filter((path) => locate(path)?.type.extension === 'mdx')
    .map((path) => open(files, path));
}

function ofType(files: Files, name: TypeName): Opened[] {
  return all(files).filter(({ type, data }) => type.name === name && !data['withdrawn']);
}

function isNamed({ type, slug }: Opened, files: Files): boolean {
  return all(files).some((other) =>
    [...pointers(other.type.fields, other.data)].some(
      (pointer) => pointer.to === type.name && pointer.slug === slug,
    ),
  );
}

function save({ path, data, body }: Opened, files: Files): void {
  files.set(path, `---\n${stringify(data)}---\n${body}`);
}
