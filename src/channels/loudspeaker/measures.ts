/** Telephone numbers, money, units, percentages, ratios and what stands between numbers. */
import { sayCardinal, sayDigits, sayNumeral, sayOrdinal } from './numbers.ts';
import { dash, end, literal, rule, start, type Rule } from './rule.ts';

const units: Readonly<Record<string, string>> = {
  'km/h': 'ki lô mét một giờ',
  km2: 'ki lô mét vuông',
  km: 'ki lô mét',
  m2: 'mét vuông',
  m3: 'mét khối',
  cm2: 'xăng ti mét vuông',
  cm: 'xăng ti mét',
  mm: 'mi li mét',
  m: 'mét',
  ha: 'héc ta',
  kg: 'ki lô gam',
  mg: 'mi li gam',
  g: 'gam',
  ml: 'mi li lít',
  l: 'lít',
  kWh: 'ki lô oát giờ',
  kW: 'ki lô oát',
  MW: 'mê ga oát',
  GB: 'gi ga bai',
  MB: 'mê ga bai',
  Mbps: 'mê ga bít một giây',
  '°C': 'độ xê',
  đ: 'đồng',
  VNĐ: 'đồng',
  VND: 'đồng',
  USD: 'đô la Mỹ',
  EUR: 'ơ rô',
  tr: 'triệu',
  k: 'nghìn',
};

const signs: Readonly<Record<string, string>> = {
  '%': ' phần trăm ',
  '‰': ' phần nghìn ',
  '&': ' và ',
  '+': ' cộng ',
  '=': ' bằng ',
  '±': ' cộng trừ ',
  '×': ' nhân ',
  '÷': ' chia ',
  '≥': ' từ đủ ',
  '≤': ' nhiều nhất ',
  '>': ' trên ',
  '<': ' dưới ',
  '≈': ' khoảng ',
  '°': ' độ ',
  '₫': ' đồng ',
  $: ' đô la ',
  '€': ' ơ rô ',
  '@': ' a còng ',
};

const unit = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join('|');
const numeral = '\\d+(?:[.,]\\d+)*';
/** What a rate counts by: `đồng/người/tháng`. */
const each =
  'tháng|năm|người|ngày|hộ|lần|lượt|giờ|phút|tuần|quý|học sinh|trẻ|m2|m3|kg|km|ha|lít|suất|hồ sơ|buổi';
const counted = `đồng|đ|nghìn|triệu|tỷ|VNĐ|VND|lít|kg|km|m2|m3|lần|buổi|giờ|phút|ngày|điểm|hộ|người|suất|\\d`;

export const phoneRules: readonly Rule[] = [
  // 024 3858 1234, (024) 38581234, 0912.345.678, +84 24 3858 1234
  {
    pattern: /(?<![\p{L}\p{N}.,/-])(?:\+84|\(?0\d{1,3}\)?)(?:[ .-]?\d{2,4}){1,4}(?![\p{L}\p{N}])/gu,
    say: (_, match) => {
      const length = match.replace(/\D/g, '').length;
      return length >= 9 && length <= 12 ? sayPhone(match) : undefined;
    },
  },
  // 1900 1009, 18001091
  {
    pattern: /(?<![\p{L}\p{N}.,/-])1[89]00[ .]?\d{2,4}(?:[ .]?\d{2})?(?![\p{L}\p{N}]|[.,]\d)/gu,
    say: (_, match) => sayPhone(match),
  },
  // gọi 113, 114 hoặc 115
  rule(
    `${start}(?:gọi|tổng đài|đường dây nóng|hotline|điện thoại)(?: số)?:? (?:\\d{3,5}(?:, | hoặc | và ))*\\d{3,5}${end}(?![.,]\\d)`,
    (_, match) => match.replace(/\d+/g, sayDigits),
  ),
];

/** Ratios and rates that look like a time of day or a date. */
export const ratioRules: readonly Rule[] = [
  rule(`(?<=t[ỷỉ] lệ \\d{1,5})[^\\S\\n]?:[^\\S\\n]?(?=\\d)`, () => ' trên '),
  rule(`${start}24/24[^\\S\\n]?(?:h|giờ)${end}`, () => 'hai mươi tư trên hai mươi tư giờ'),
];

export const measureRules: readonly Rule[] = [
  // T2 - T6
  {
    pattern: new RegExp(`${start}T(?<from>[2-7])${dash}T(?<to>[2-7])${end}`, 'gu'),
    say: ({ from, to }) => ordinalRange({ word: 'thứ', from, to }),
  },
  // thứ hai - thứ sáu
  rule(`(?<=${start}thứ (?:hai|ba|tư|năm))${dash}(?=(?:thứ|chủ nhật)${end})`, () => ' đến '),
  // 500.000đ/m2, triệu đồng/người/tháng
  rule(`(?<=${counted})[^\\S\\n]?/[^\\S\\n]?(?=(?:${each})${end})`, () => ' mỗi '),
  rule(`(?<=mỗi )(?<area>m2|m3|kg|km|ha)${end}`, ({ area }) => units[area!]!),
  // 1,5 - 2 km; 10-15%; 2026-2030
  rule(`(?<=\\d(?:%|‰)?)${dash}(?=\\d)`, () => ' đến '),
  rule(`${start}(?<word>thứ) (?<from>\\d)( đến |${dash}thứ )(?<to>\\d)${end}`, ordinalRange),
  rule(
    `${start}(?<word>thứ) (?<value>\\d{1,3})${end}(?![.,]\\d)`,
    ({ word, value }) => `${word} ${sayOrdinal(Number(value))}`,
  ),
  rule(
    `\\$(?<amount>${numeral}(?: (?:nghìn|triệu|tỷ|tỉ)${end})?)`,
    ({ amount }) => `${amount!} USD`,
  ),
  // 1tr5
  { pattern: /(?<=\d)tr(?=\d{1,3}(?!\d))/gu, say: () => ' triệu ' },
  {
    pattern: new RegExp(`(?<=\\d)[^\\S\\n]?(?<unit>${unit})${end}`, 'gu'),
    say: ({ unit }) => ` ${units[unit!]!}`,
  },
  {
    pattern: new RegExp(`${start}(?:km2|m2|m3|km/h|km|kg|VNĐ|VND|USD|°C)${end}`, 'gu'),
    say: (_, match) => units[match],
  },
  // 3x4, 3 × 4
  rule(`(?<=\\d)[^\\S\\n]?[x×][^\\S\\n]?(?=\\d)`, () => ' nhân '),
  rule(`(?<![\\d.,/])(?<above>\\d{1,4})/(?<below>\\d{1,4})(?![\\d/]|[.,]\\d)`, fraction),
  rule('½', () => ' một phần hai '),
  rule(`(?<=^|[\\s(])[-−](?=\\d)`, () => 'âm '),
  rule(`~[^\\S\\n]?(?=\\d)`, () => 'khoảng '),
  { pattern: new RegExp(numeral, 'gu'), say: (_, match) => ` ${sayNumeral(match)} ` },
  {
    pattern: new RegExp(`[${Object.keys(signs).map(literal).join('')}]`, 'gu'),
    say: (_, match) => signs[match],
  },
];

/** How a number in one run is parted: 024 3858 1234, 0912 345 678, 1900 1234. */
const phoneParts = /^(?:(\d{3})(\d{4})(\d{4})|(\d{4})(\d{3})(\d{3})|(\d{4})(\d{4}))$/;

/** By its groups as they are written; a long run is parted. */
function sayPhone(text: string): string {
  const groups = text.replace(/\+84[ .-]?/, '0').match(/\d+/g)!;
  return groups
    .flatMap((run) => phoneParts.exec(run)?.slice(1) ?? run)
    .filter(Boolean)
    .map(sayDigits)
    .join(', ');
}

function ordinalRange({ word, from, to }: Partial<Record<string, string>>): string {
  return `${word} ${sayOrdinal(Number(from))} đến ${word!.toLowerCase()} ${sayOrdinal(Number(to))}`;
}

/** A proper fraction of up to tenths is said as one, any other ratio as `trên`. */
function fraction({ above, below }: Partial<Record<string, string>>): string {
  const [first, second] = [Number(above), Number(below)];
  const between = first > 0 && first < second && second <= 10 ? 'phần' : 'trên';
  const fourth = between === 'phần' && second === 4;
  return ` ${sayCardinal(first)} ${between} ${fourth ? 'tư' : sayCardinal(second)} `;
}
