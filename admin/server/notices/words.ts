/** At most so many letters, the last one an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** A title in quotes, on one line and not too long for a mail's subject. */
export function titleWords(title: string): string {
  return `“${shortened(title.replace(/[\s\p{Cc}]+/gu, ' ').trim(), 100)}”`;
}
