/** Forms of Vietnamese text in the index, on the screen and in comparison. */

/**
 * The form that goes into the index and into a query: NFC, with ḍ for đ. The index drops the marks
 * that NFD can take off, which is every mark except the stroke of đ; ḍ is no Vietnamese letter and
 * loses its dot. A hyphen between spaces would count as a word and break phrases such as “kinh tế -
 * xã hội”, so a look-alike sticks to the word before it.
 */
export function toIndexed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/đ/g, 'ḍ')
    .replace(/Đ/g, 'Ḍ')
    .replace(/(\S) - /g, '$1⁃ ')
    .replace(/(\S) – /g, '$1‒ ');
}

/** The form that people read, from the form in the index. */
export function toShown(text: string): string {
  return text
    .replace(/⁃ /g, ' - ')
    .replace(/‒ /g, ' – ')
    .replace(/ḍ/g, 'đ')
    .replace(/Ḍ/g, 'Đ')
    .normalize('NFC');
}

/** Lower case without marks, đ and ḍ as d: what two spellings of one word share. */
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
