/** Addresses in a text that somebody typed. */

interface Address {
  index: number;
  length: number;
  text: string;
  url: string;
}

const patterns: readonly [RegExp, (text: string) => string][] = [
  [/https?:\/\/[^\s<>"“”]+/iu, (text) => text],
  [/www\.[^\s<>"“”.]+\.[^\s<>"“”]+/iu, (text) => `https://${text}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u, (text) => `mailto:${text}`],
];

/** The first address in a text, without the mark that ends the sentence; `null` when there is none. */
export function findAddress(text: string): Address | null {
  for (const [pattern, urlOf] of patterns) {
    const match = pattern.exec(text);
    const found = match && withoutEnd(match[0]);
    if (found && isAddress(urlOf(found))) {
      return { index: match.index, length: found.length, text: found, url: urlOf(found) };
    }
  }
  return null;
}

/** `URL.canParse` is missing in browsers before 2023. */
function isAddress(text: string): boolean {
  try {
    return new URL(text).host !== '' || text.startsWith('mailto:');
  } catch {
    return false;
  }
}

/** A bracket belongs to the address when it was opened in it. */
function withoutEnd(text: string): string {
  const last = text.slice(-1);
  const isOpened = last === ')' && text.split('(').length >= text.split(')').length;
  return /[.,;:!?…'"*)\]}]/.test(last) && !isOpened ? withoutEnd(text.slice(0, -1)) : text;
}
