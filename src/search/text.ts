/** Forms of Vietnamese text in comparison. */

/** Lower case without marks, đ as d: what two spellings of one word share. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC');
}

/** The words of a text in lower case, NFC: runs of letters and digits. */
export function words(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
