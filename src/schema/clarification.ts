import { choice, paragraph } from './field.ts';
import { axis, campaign, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages } from './type.ts';

/** How far the rumour is from the fact; `rating` is schema.org's, 1 (false) to 5 (true). */
export const verdicts = [
  { value: 'sai', label: 'Sai sự thật', rating: 1 },
  { value: 'thieu-can-cu', label: 'Không có căn cứ', rating: 2 },
  { value: 'gay-hieu-lam', label: 'Gây hiểu lầm', rating: 3 },
  { value: 'dung-mot-phan', label: 'Chỉ đúng một phần', rating: 4 },
] as const;

const verdictOf = (verdict: string) => verdicts.find(({ value }) => value === verdict)!;

/** Kiểm chứng: the fact first, then the rumour, then the source (the plan's II.2.2, IV.5). */
export const clarificationType = definePages({
  name: 'clarification',
  folder: 'clarifications',
  extension: 'mdx',
  words: {
    many: 'Kiểm chứng',
    one: 'Kiểm chứng',
    hint: 'Sự thật nói trước, tin đồn nhắc sau, rồi đến nguồn. Không dẫn đường tới tin sai.',
  },
  set: 'open',
  template: '## Vì sao biết tin này không đúng\n\n\n\n## Bà con xem tin đúng ở đâu\n\n\n',
  pages: {
    section: 'kiem-chung',
    sign: 'check',
    lead: 'Có tin lan truyền chưa đúng về việc của phường: sự thật là gì, căn cứ vào đâu.',
    empty:
      'Chưa có tin nào cần nói lại. Khi có thông tin sai lệch, chưa được kiểm chứng về việc của phường, sự thật và nguồn sẽ đăng ở đây.',
    sortBy: 'published',
    label: ({ verdict }) => verdictOf(verdict).label,
    facts: ({ verdict }) => [
      { label: 'Kết luận về tin lan truyền', value: verdictOf(verdict).label },
    ],
    structured: ({ rumour, verdict }, { work, published }) => ({
      '@type': 'ClaimReview',
      ...work,
      claimReviewed: rumour,
      itemReviewed: { '@type': 'Claim', name: rumour, datePublished: published },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: verdictOf(verdict).rating,
        bestRating: 5,
        worstRating: 1,
        alternateName: verdictOf(verdict).label,
      },
    }),
    kit: ({ summary, rumour, verdict }) => [
      { heading: 'Sự thật', items: [summary] },
      { heading: 'Tin lan truyền', items: [`“${rumour}” ${verdictOf(verdict).label}.`] },
    ],
  },
  fields: {
    title: {
      ...title,
      form: {
        ...title.form,
        label: 'Sự thật, trong một câu',
        hint: 'Nói điều đúng, không nhắc lại tin sai, tối đa 90 ký tự.',
      },
    },
    summary,
    rumour: paragraph({
      label: 'Tin lan truyền',
      hint: 'Thuật lại ngắn, không dẫn đường tới nơi đăng, không nêu tên người đăng.',
      min: 10,
      max: 300,
    }),
    verdict: choice({ label: 'Kết luận', options: verdicts }),
    axis,
    unit,
    sources,
    campaign,
    ...life,
  },
});
