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
const each = 'tháng|năm|người|ngày|hộ|lần|giờ|tuần|quý|học sinh|m2|m3|kg|km|ha|lít|suất|hồ sơ|buổi';
const counted = `đồng|đ|nghìn|triệu|tỷ|VNĐ|VND|lít|kg|km|m2|m3|lần|buổi|giờ|điểm|hộ|người|suất|\\d`;

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
  rule(
    `${start}(?<before>gọi|tổng đài|đường dây nóng|điện thoại)(?<so>(?: số)?(?::)?) (?<number>\\d{3,5})${end}(?![.,]\\d)`,
    ({ before, so, number }) => `${before}${so} ${sayDigits(number!)}`,
  ),
];

export const measureRules: readonly Rule[] = [
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
  { pattern: new RegExp(`\\$(${numeral})`, 'gu'), say: (_, match) => `${match.slice(1)} USD` },
  {
    pattern: new RegExp(`(?<=\\d)[^\\S\\n]?(?<unit>${unit})${end}`, 'gu'),
    say: ({ unit }) => ` ${units[unit!]!}`,
  },
  {
    pattern: new RegExp(`${start}(?:km2|m2|m3|km/h|VNĐ|VND|USD|°C)${end}`, 'gu'),
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

/** By its groups as they are written; ten digits in one run are said four, three, three. */
function sayPhone(text: string): string {
  const groups = text.replace(/\+84[ .-]?/, '0').match(/\d+/g)!;
  const [only = ''] = groups;
  const said =
    groups.length === 1 && only.length === 10
      ? [only.slice(0, 4), only.slice(4, 7), only.slice(7)]
      : groups;
  return said.map(sayDigits).join(', ');
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
