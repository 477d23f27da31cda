/**
 * One content type more, as an engineer would add it: a declaration, its line among the types, a view
 * and its line on the page of entries. Nothing else: what follows from that is what the test asks.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { file } from './content.ts';

export const addedType = {
  name: 'errand',
  section: 'viec-thu',
  title: 'Việc thử thêm loại mới',
  address: '/viec-thu/viec-mot/',
  path: 'content/errands/viec-mot.mdx',
};

const declaration = `import { line } from './field.ts';
import { audience } from './audience.ts';
import { axis, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages } from './type.ts';

export const errandType = definePages({
  name: 'errand',
  folder: 'errands',
  extension: 'mdx',
  words: { many: 'Việc thử', one: 'Việc thử', hint: 'Loại thêm vào để thử.' },
  set: 'open',
  pages: {
    section: 'viec-thu',
    lead: 'Loại nội dung thêm vào để thử.',
    empty: 'Chưa có việc nào.',
    sortBy: 'published',
    structured: ({ title }, { work }) => ({ '@type': 'HowTo', ...work, name: title }),
    kit: ({ deadline }) => [{ heading: 'Hạn', items: [deadline] }],
  },
  fields: {
    title,
    summary,
    deadline: line({ label: 'Hạn làm việc thử', max: 60 }),
    axis,
    audience,
    unit,
    sources,
    ...life,
  },
});
`;

const view = `---
import Body from '#src/components/entry/Body.astro';
import EntryPage from '#src/components/entry/EntryPage.astro';
const { entry } = Astro.props;
---
<EntryPage entry={entry}><p>{entry.data.deadline}</p><Body entry={entry} /></EntryPage>
`;

/** Adds the type to a copy of the product. */
export async function addType(root: string): Promise<void> {
  await writeFile(join(root, 'src/schema/errand.ts'), declaration);
  await writeFile(join(root, 'src/components/views/Errand.astro'), view);
  await edit(join(root, 'src/schema/index.ts'), [
    [/^import /m, "import { errandType } from './errand.ts';\nimport "],
    [/^ {2}article: articleType,$/m, '  article: articleType,\n  errand: errandType,'],
  ]);
  await edit(join(root, 'src/pages/[...entry].astro'), [
    [
      /^import Article /m,
      "import Errand from '#src/components/views/Errand.astro';\nimport Article ",
    ],
    [/^ {2}article: Article,$/m, '  article: Article,\n  errand: Errand,'],
  ]);
}

/** An entry of it. */
export const addedEntry = file(
  {
    title: addedType.title,
    summary: 'Một câu tóm tắt đủ dài để đọc riêng vẫn hiểu.',
    deadline: 'hết tháng 12',
    axis: 'truc-1',
    audience: ['thanh-nien'],
    unit: 'uy-ban-nhan-dan',
    sources: [{ document: 'ke-hoach', locator: 'toàn văn' }],
    published: '2026-11-22',
  },
  'Nói rõ về việc thử.\n',
);

async function edit(path: string, changes: readonly [RegExp, string][]): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [place, replacement] of changes) {
    if (!place.test(text)) throw new Error(`${path} has no ${String(place)} any more.`);
    text = text.replace(place, replacement);
  }
  await writeFile(path, text);
}
