import { describe, expect, test } from 'vitest';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';
import { infographicKinds, infographicType } from '#src/schema/infographic.ts';
import { file } from '#tests/support/content.ts';

const common = {
  title: 'Kế hoạch qua những con số',
  summary: 'Một câu tóm tắt đủ dài để đọc riêng vẫn hiểu.',
  unit: 'ban-xay-dung-dang',
  sources: [{ document: 'ke-hoach', locator: 'mục II.1' }],
  published: '2026-11-22',
};

const named = [{ name: 'Dân biết' }, { name: 'Dân bàn', text: 'Cùng bàn việc chung.' }];

/** What each kind shows, as an editor fills it in. */
const groups: Record<string, object | undefined> = {
  figures: { items: [{ value: '7 trục', label: 'nội dung' }] },
  steps: { items: named },
  timeline: { items: named.map((item) => ({ when: '20/3/2026', ...item })) },
  comparison: { from: 'Từ', to: 'Sang', items: [{ name: 'Cách làm', from: 'cũ', to: 'mới' }] },
  parts: { whole: 'Cả việc', items: named },
  duties: {
    items: [
      { unit: 'uy-ban-nhan-dan', what: 'Làm dịch vụ công.' },
      { unit: 'mat-tran-to-quoc', what: 'Vận động.' },
    ],
  },
  sixClear: { people: 'Ban Xây dựng Đảng' },
  quote: { text: 'nghe dân nói', from: 'Mục II.2.3' },
  message: { meanings: ['Học chữ số ở tổ dân phố.'] },
  axes: undefined,
};

const read = (data: object) =>
  readEntryFile('content/infographics/thu.mdx', file({ ...common, ...data }, ''));

const findings = (data: object) => read(data).findings.map(formatFinding);

describe('each kind', () => {
  test.each(infographicKinds.map(({ value }) => [value]))(
    '%s is right with its own group',
    (kind) => {
      const axis = kind === 'message' ? { axis: 'chuyen-doi-so' } : {};
      const group = groups[kind] && { [kind]: groups[kind] };
      expect(findings({ kind, ...axis, ...group })).toEqual([]);
    },
  );

  test.each(
    infographicKinds
      .filter(({ value }) => value !== 'message' && value !== 'axes')
      .map(({ value }) => [value]),
  )('%s without its group says what to fill in', (kind) => {
    const [only, ...more] = findings({ kind });
    expect(more).toEqual([]);
    expect(only).toContain(`(${kind}): Loại đã chọn là`);
    expect(only).toContain('còn trống');
  });

  test('has a group of its own name, or none at all', () => {
    const names = new Set(Object.keys(infographicType.fields));
    const without = infographicKinds.filter(({ value }) => !names.has(value));
    expect(without.map(({ value }) => value)).toEqual(['axes']);
  });
});

test('another kind’s group says to delete it or to change the kind', () => {
  expect(findings({ kind: 'steps', steps: groups.steps, quote: groups.quote })).toEqual([
    'content/infographics/thu.mdx · Trích dẫn (quote): Nhóm này không thuộc loại đã chọn. Hãy bỏ nhóm này, hoặc đổi loại thành “Trích dẫn”.',
  ]);
});

test('a message needs the axis whose words it shows', () => {
  expect(findings({ kind: 'message' })).toEqual([
    'content/infographics/thu.mdx · Trục nội dung (axis): Thông điệp lấy nguyên văn từ một trục. Hãy chọn trục nội dung.',
  ]);
});

test('what the form leaves of a group that was never filled in is nothing', () => {
  const untouched = {
    comparison: { from: '', to: '', items: [] },
    figures: { items: [] },
    steps: { items: [{ name: '' }, {}] },
    message: { meanings: ['', null] },
  };
  const { entry } = read({ kind: 'quote', quote: groups.quote, ...untouched });
  for (const name of Object.keys(untouched)) expect(entry?.data).not.toHaveProperty(name);
});

test('a text that does not fit its place is refused, not cut', () => {
  const long = { items: [{ value: 'x'.repeat(13), label: 'nội dung' }] };
  expect(findings({ kind: 'figures', figures: long })).toEqual([
    'content/infographics/thu.mdx · Con số › Các con số › mục 1 › Con số (figures.items.0.value): Dài 13 ký tự, tối đa 12. Hãy rút gọn.',
  ]);
});
