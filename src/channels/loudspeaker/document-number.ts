/** Numbers of documents: `57-NQ/TW` → `năm mươi bảy, Nghị quyết Trung ương`. */
import { abbreviations, spell } from './abbreviations.ts';
import { sayCardinal, sayWhole } from './numbers.ts';
import { end, literal, start, type Rule } from './rule.ts';

/** Codes of the kinds of document. */
const kinds: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  NQLT: 'Nghị quyết liên tịch',
  KH: 'Kế hoạch',
  ĐA: 'Đề án',
  CTr: 'Chương trình',
  CTR: 'Chương trình',
  CTrHĐ: 'Chương trình hành động',
  CTHĐ: 'Chương trình hành động',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  QĐ: 'Quyết định',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  HD: 'Hướng dẫn',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  CV: 'Công văn',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  VBHN: 'Văn bản hợp nhất',
};

/** Codes of those who issue, beside the common abbreviations. */
const issuers: Readonly<Record<string, string>> = {
  BTC: 'Bộ Tài chính',
  BNV: 'Bộ Nội vụ',
  BYT: 'Bộ Y tế',
  BCA: 'Bộ Công an',
  BQP: 'Bộ Quốc phòng',
  BTP: 'Bộ Tư pháp',
  BXD: 'Bộ Xây dựng',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  BCT: 'Bộ Công Thương',
  BTGTW: 'Ban Tuyên giáo Trung ương',
  BTCTW: 'Ban Tổ chức Trung ương',
  UBKTTW: 'Ủy ban Kiểm tra Trung ương',
  VPTW: 'Văn phòng Trung ương',
  BTGDVTW: 'Ban Tuyên giáo và Dân vận Trung ương',
  BTGDVTU: 'Ban Tuyên giáo và Dân vận Thành ủy',
  VPĐU: 'Văn phòng Đảng ủy',
  VPCP: 'Văn phòng Chính phủ',
  CTN: 'Chủ tịch nước',
};

const kind = Object.keys(kinds)
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join('|');
const number = '(?<number>\\d{1,5})';
const year = '(?:/(?<year>(?:19|20)\\d\\d))?';
const issuer = '(?<issuer>\\p{Lu}[\\p{Lu}g]*(?:-\\p{Lu}{2,})*)(?<term>(?<=QH)\\d{1,2})?';

export const documentRules: readonly Rule[] = [
  // 15/2025/QH15
  {
    pattern: new RegExp(`${start}${number}${year}/(?<by>UBTVQH|QH)(?<term>\\d{1,2})${end}`, 'gu'),
    say: ({ number, year, by, term }) =>
      `${saidNumber(number, year)}, ${sayIssuer(by!)}${ofTerm(term)}`,
  },
  // 57-NQ/TW, 123/QĐ-UBND, 15/2025/NĐ-CP, 1656/NQ-UBTVQH15, KH/ĐU
  {
    pattern: new RegExp(
      `${start}(?:${number}${year}\\s?[-/]\\s?)?(?<kind>${kind})[-/]${issuer}${end}(?<more> (?=\\p{L}))?`,
      'gu',
    ),
    say: ({ number, year, kind, issuer, term, more }) => {
      const name = `${kinds[kind!]!} ${issuer!.split('-').map(sayIssuer).join(', ')}${ofTerm(term)}`;
      const said = number === undefined ? name : `${saidNumber(number, year)}, ${name}`;
      return more === undefined ? said : `${said}, `;
    },
  },
  // NQ 57, NĐ15
  {
    pattern: new RegExp(`${start}(?<kind>NQ|NĐ|QĐ|KH|KL|ĐA|CV)[^\\S\\n]?(?=\\d)`, 'gu'),
    say: ({ kind }) => `${kinds[kind!]!} `,
  },
];

function saidNumber(number: string | undefined, year: string | undefined): string {
  return sayWhole(number!) + (year ? `, năm ${sayCardinal(Number(year))}` : '');
}

function ofTerm(term: string | undefined): string {
  return term ? ` khóa ${sayCardinal(Number(term))}` : '';
}

function sayIssuer(code: string): string {
  return issuers[code] ?? abbreviations[code] ?? spell(code);
}
