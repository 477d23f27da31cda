/** Words that make a question of a query and are in no page. Compared without marks. */
import { fold } from './text.ts';

const openings = [
  ...['cho hoi', 'cho toi hoi', 'xin hoi', 'hoi', 'toi muon hoi', 'toi muon', 'muon', 'toi can'],
  ...['lam sao de', 'lam the nao de', 'lam gi de', 'the nao la', 'vi sao', 'tai sao', 'khi nao'],
  ...['o dau', 'ai', 'cach', 'huong dan', 'tim hieu', 'tim', 'xem', 'di lam', 'lam', 'xin', 'nop'],
  ...['dang ky', 'thong tin ve', 'noi dung', 've', 'co the', 'bao gio', 'duoc'],
];

const endings = [
  ...['o dau', 'cho nao', 'the nao', 'nhu the nao', 'ra sao', 'lam sao', 'la gi', 'la ai', 'gi'],
  ...['can giay to gi', 'can nhung giay to gi', 'can gi', 'can nhung gi', 'gom nhung gi', 'gom gi'],
  ...['de lam gi', 'co loi gi', 'noi gi', 'noi ve gi', 'bao lau', 'mat bao lau', 'bao nhieu'],
  ...['bao nhieu tien', 'khi nao', 'bao gio', 'khong', 'duoc khong', 'co duoc khong', 'hoi ai'],
  ...['lien he ai', 'do ai', 'a', 'vay', 'nhi', 'o phuong nao'],
];

/**
 * A query with its question words taken off step by step from both ends, the least taken off first;
 * empty when it has none. What is left is never empty.
 */
export function stripQuestion(words: readonly string[]): string[][] {
  const steps: string[][] = [];
  for (let rest = words; ;) {
    const plain = rest.map(fold).join(' ');
    const ending = longest(endings, (phrase) => plain.endsWith(` ${phrase}`));
    const opening = longest(openings, (phrase) => plain.startsWith(`${phrase} `));
    if (ending > 0) rest = rest.slice(0, -ending);
    else if (opening > 0) rest = rest.slice(opening);
    else return steps;
    steps.push([...rest]);
  }
}

/** Number of words of the longest phrase that fits; 0 for none. */
function longest(phrases: readonly string[], fits: (phrase: string) => boolean): number {
  return Math.max(0, ...phrases.filter(fits).map((phrase) => phrase.split(' ').length));
}
