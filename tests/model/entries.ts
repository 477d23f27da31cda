/** Entries with only what the model looks at. */
import type { Entry } from '#src/load/entry.ts';

export function article(
  slug: string,
  data: Partial<Entry<'article'>['data']> = {},
): Entry<'article'> {
  return {
    type: 'article',
    slug,
    address: `/bai-viet/${slug}/`,
    syllables: 260,
    data: {
      title: `Bài ${slug}`,
      summary: 'Một câu tóm tắt đủ dài để hiểu.',
      axis: 'chuyen-doi-so',
      keyPoints: [],
      actions: [],
      audience: ['moi-nguoi'],
      unit: 'uy-ban-nhan-dan',
      sources: [],
      published: '2026-11-22',
      related: [],
      formerSlugs: [],
      ...data,
    },
  };
}

export function axis(slug: string, order: number): Entry<'axis'> {
  return {
    type: 'axis',
    slug,
    address: `/truc/${slug}/`,
    syllables: 0,
    data: {
      title: `Trục ${slug}`,
      order,
      message: 'Thông điệp',
      officialName: 'Tên đầy đủ',
      summary: 'Một câu tóm tắt đủ dài để hiểu.',
      unit: 'uy-ban-nhan-dan',
      documents: [],
      sources: [],
      published: '2026-11-22',
    },
  };
}

export function document(
  slug: string,
  data: Partial<Entry<'document'>['data']> = {},
): Entry<'document'> {
  return {
    type: 'document',
    slug,
    address: `/van-ban/${slug}/`,
    syllables: 0,
    data: {
      title: `Văn bản ${slug}`,
      shortTitle: slug,
      kind: 'nghi-quyet',
      issuer: 'Bộ Chính trị',
      summary: 'Một câu tóm tắt đủ dài để hiểu.',
      axes: [],
      unit: 'ban-xay-dung-dang',
      formerSlugs: [],
      published: '2026-11-22',
      ...data,
    },
  };
}
