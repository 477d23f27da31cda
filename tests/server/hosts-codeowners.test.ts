import { expect, test } from 'vitest';
import { makeCodeOwners, type Owner } from '#admin/server/hosts/code-owners.ts';
import { article, content, file } from '#tests/support/content.ts';

const owner = (login: string, role: Owner['role'], ...axes: string[]): Owner => ({
  login,
  role,
  axes,
  handle: `@${login}`,
});
const owners = [
  owner('giang', 'admin'),
  owner('chi', 'approver'),
  owner('dung', 'approver', 'truc-1'),
  owner('em', 'approver', 'truc-2', 'truc-3'),
];
const files = new Map([
  ['content/media/2026/anh.webp', ''],
  ['content/articles/dich-vu-cong.mdx', file(article)],
  ['content/articles/truc-khac.mdx', file({ ...article, axis: 'truc-7' })],
  ['content/axes/truc-2.mdx', content().get('content/axes/truc-2.mdx')!],
  ['content/units/uy-ban-nhan-dan.mdx', content().get('content/units/uy-ban-nhan-dan.mdx')!],
]);

test('code is the administrators’, content the approvers’, an entry also its axis’s', () => {
  expect(makeCodeOwners('github', owners, files)).toBe(`# npm run codeowners
* @giang
/content/ @giang @chi
/content/articles/dich-vu-cong.mdx @giang @chi @dung
/content/axes/truc-2.mdx @giang @chi @em
`);
});

test('Forgejo takes regular expressions', () => {
  expect(makeCodeOwners('forgejo', owners, files)).toBe(String.raw`# npm run codeowners
!content/.* @giang
content/.* @giang @chi
content/articles/dich-vu-cong\\.mdx @giang @chi @dung
content/axes/truc-2\\.mdx @giang @chi @em
`);
});

test('every file needs an owner, and every entry must be readable', () => {
  expect(() => makeCodeOwners('gitlab', owners.slice(1), files)).toThrow('quản trị');
  expect(() => makeCodeOwners('gitlab', [owners[2]!], files)).toThrow('--map');
  const broken = new Map([['content/articles/x.mdx', 'hỏng']]);
  expect(() => makeCodeOwners('gitlab', owners, broken)).toThrow('content/articles/x.mdx');
});
