import { compounds } from '#src/text/compounds.ts';

/** The plan's messages join their parts with a dash: it ends a line, it never begins one. */
export function unbrokenDashes(text: string): string {
  return text.replaceAll(' - ', '\u00a0- ');
}

/** Every two syllables that follow one another in a compound. */
const pairs = new Set(
  compounds.flatMap((compound) => {
    const syllables = compound.split(' ');
    return syllables.slice(1).map((next, index) => `${syllables[index]} ${next}`);
  }),
);

/** For large type: no line begins with a dash or inside a compound, and the last is never one word. */
export function unbroken(text: string): string {
  const pieces = unbrokenDashes(text).split(' ');
  return pieces.reduce((line, next, index) => {
    const isEnd = pieces.length > 3 && index === pieces.length - 1;
    const isWhole = isCompound(pieces[index - 1]!, next) || isInName(pieces, index);
    return line + (isEnd || isWhole ? '\u00a0' : ' ') + next;
  });
}

function isCompound(one: string, next: string): boolean {
  const [end] = /\p{L}+$/u.exec(one) ?? [];
  const [start] = /^\p{L}+/u.exec(next) ?? [];
  return pairs.has(`${end} ${start}`.toLowerCase());
}

/** The most syllables of a name; a longer row of capitals is a heading. */
const longestName = 4;

/** Whether a piece goes on with a name, of a ward or of a person, that begins before it. */
function isInName(pieces: readonly string[], index: number): boolean {
  if (!goesOn(pieces, index)) return false;
  let [first, last] = [index - 1, index];
  while (goesOn(pieces, first)) first -= 1;
  while (goesOn(pieces, last + 1)) last += 1;
  return last - first < longestName;
}

/** Words that begin a sentence with a capital before a name. */
const beforeNames = new Set(
  'Ông Bà Anh Chị Cụ Bác Cô Chú Theo Tại Ở Từ Khi Với Của Cho Do Về Để Trong Sau Trước Và'.split(
    ' ',
  ),
);

/** Whether two syllables with capitals meet before `index`, and no mark between them. */
function goesOn(pieces: readonly string[], index: number): boolean {
  const [one = '', next = ''] = [pieces[index - 1], pieces[index]];
  if (beforeNames.has(one)) return false;
  return /^\p{Lu}\p{Ll}+$/u.test(one) && /^\p{Lu}\p{Ll}/u.test(next);
}

/** What a number after it counts through: “Điều 5”, “tháng 9”, “số 57-NQ/TW”. */
const counters =
  'số|giờ|ngày|tháng|năm|quý|tuần|thứ|khóa|lớp|tổ|điều|khoản|điểm|mục|phần|chương|dòng|trang|câu|bước|trục';

/** What a number before it counts: “7 trục”, “95 %”, “100 năm”. */
const units =
  '%|‰|đồng|đ|nghìn|ngàn|triệu|tỷ|tỉ|giây|phút|giờ|ngày|tuần|tháng|quý|năm|tuổi|lần|người|hộ|nhà|tổ|khu|phường|xã|việc|bước|trục|điểm|nhóm|mục|trang|bài|bên|rõ|km|km2|km²|m|cm|mm|m2|m²|m3|m³|ha|kg|g|tấn|lít|kWh|GB|MB|°C|px';

const beforeNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(${counters}) (?=\\d|[IVXL]+(?:\\.[IVX\\d]+)*(?!\\p{L}))`,
  'giu',
);
/** “Đại hội XIV”, “Nghị quyết 57”; with a number of hyphens it would be too long for a card. */
const named =
  /(?<!\p{L})(đại|nghị|kế|đề|chỉ|kết) (hội|quyết|hoạch|án|thị|luận) (?=(?:\d+|[IVXL]+)(?![\p{L}\p{N}/-]))/giu;
/** “khoản a”, “điểm đ”: only these count by letters. */
const beforeLetter = /(?<![\p{L}\p{N}])(khoản|điểm|mục) (?=[a-zđ](?![\p{L}\p{N}]))/giu;
const afterNumber = new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'giu');

/** In characters: what is longer would not stand on a line of a small phone in the type of a headline. */
const longestTie = 16;

/**
 * For running text: a name, a number with its unit or with what it counts and a dash with the word before
 * it stay on one line, as far as they are short. Only spaces change, into those that no line breaks at.
 */
export function together(text: string): string {
  const tied = unbrokenDashes(text)
    .replace(beforeNumber, '$1\u00a0')
    .replace(named, '$1\u00a0$2\u00a0')
    .replace(beforeLetter, '$1\u00a0')
    .replaceAll(afterNumber, '\u00a0');
  const pieces = tied.split(' ');
  return pieces
    .reduce((line, next, index) => line + (isInName(pieces, index) ? '\u00a0' : ' ') + next)
    .replaceAll(/[^ ]*\u00a0[^ ]*/g, shortTies);
}

/** A tie that is too long in ties that are not. */
function shortTies(tie: string): string {
  return tie.split('\u00a0').reduce((line, next) => {
    const before = line.slice(line.lastIndexOf(' ') + 1);
    return line + (before.length + 1 + next.length > longestTie ? ' ' : '\u00a0') + next;
  });
}

/** Short numbers of documents, which a line may else break at their hyphens and strokes: “57-NQ/TW”. */
export const documentNumber =
  /(?<![\p{L}\p{N}/-])(?=[\p{L}\d/-]{1,12}(?![\p{L}\d/-]))\d{1,5}(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*/gu;
