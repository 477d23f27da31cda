import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#src/load/entry.ts';
import { infographicHeading, infographicLines } from '#src/model/infographic-text.ts';
import { infographicContent } from '#src/load/infographic.ts';
import { messageParts } from '#src/model/infographic-text.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';

/** The real content of a folder, by slug. */
function read(folder: string): Entry[] {
  return readdirSync(`content/${folder}`).map((name) => {
    const path = `content/${folder}/${name}`;
    const { entry, findings } = readEntryFile(path, readFileSync(path, 'utf8'));
    if (!entry) throw new Error(findings.map(({ message }) => message).join('\n'));
    const { type, slug, data } = entry;
    return { type: type.name, slug, address: type.address!(slug), data, syllables: 0 } as Entry;
  });
}

const axes = (read('axes') as Entry<'axis'>[]).sort((a, b) => a.data.order - b.data.order);
const sources = { axes, units: read('units') as Entry<'unit'>[] };
const all = read('infographics') as Entry<'infographic'>[];
const of = (slug: string) => {
  const { data } = all.find((one) => one.slug === slug)!;
  return infographicContent(data, sources);
};

describe('the content of each infographic', () => {
  test.each(all.map(({ slug, data }) => [slug, data] as const))('%s says something', (_, data) => {
    const lines = infographicLines(infographicContent(data, sources));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toBe(line.trim().normalize('NFC'));
      expect(line).not.toMatch(/undefined|\[object/);
    }
  });
});

test('a message is its axis’s own, word for word', () => {
  const content = of('thong-diep-chuyen-doi-so');
  const { message } = axes[1]!.data;
  expect(infographicLines(content)[0]).toBe(`“${message}”`);
  expect(messageParts(message)).toHaveLength(3);
});

test('the map of the axes is made of the seven, in the plan’s order', () => {
  const content = of('bay-truc-noi-dung');
  if (content.kind !== 'axes') throw new Error(content.kind);
  expect(content.items.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(infographicLines(content)).toHaveLength(7);
});

test('a duty names its unit and leads to it', () => {
  const content = of('ai-lam-viec-gi');
  if (content.kind !== 'duties') throw new Error(content.kind);
  expect(content.items).toHaveLength(8);
  expect(content.items[4]!.unit).toEqual({
    title: 'Ủy ban nhân dân phường',
    address: '/don-vi/uy-ban-nhan-dan/',
  });
});

test('the six lines stand in the plan’s order, what is not stated left out', () => {
  const data = { ...all[0]!.data, kind: 'sixClear' as const };
  const content = infographicContent(
    { ...data, sixClear: { responsibility: 'Đảng ủy', people: 'Chi bộ' } },
    sources,
  );
  expect(infographicLines(content)).toEqual(['Rõ người: Chi bộ', 'Rõ trách nhiệm: Đảng ủy']);
});

test('the parts of a whole are told below it, each with what explains it', () => {
  const content = of('bon-truc-cung-phoi-hop');
  expect(infographicHeading(content)).toBe('Cơ chế phối hợp “4 trực”');
  expect(infographicLines(content)[0]).toBe('Cấp ủy');
  expect(infographicLines(of('nam-de-cua-truyen-thong'))[0]).toBe(
    'Ngắn gọn: Đi thẳng vào ý chính.',
  );
});

test('a message of two clauses is one statement', () => {
  const [first] = infographicLines(of('thong-diep-the-che-quan-tri'));
  expect(first).toMatch(
    /^“Thể chế .*Nhân dân”, xây dựng hệ thống chính trị .*vì Nhân dân phục vụ”$/,
  );
});

test('a comparison tells both sides under their headings, a quotation its place first', () => {
  expect(infographicLines(of('tu-chua-benh-sang-phong-benh'))).toEqual([
    'Cách chăm sóc sức khỏe. Chuyển từ: Chữa bệnh. Sang: Phòng bệnh, quản lý sức khỏe toàn dân',
  ]);
  expect(infographicLines(of('nghe-dan-noi-noi-dan-hieu'))).toEqual([
    'Phương châm nêu ở mục II.2.3 của kế hoạch: “nghe dân nói, nói dân hiểu, làm dân tin”',
  ]);
});

test('a misprint in a message is told wherever the message is', () => {
  expect(infographicLines(of('thong-diep-chuyen-doi-so'))[1]).toContain('“bút phá”');
});
