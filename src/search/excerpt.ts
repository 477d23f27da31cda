import { toShown } from './text.ts';

export interface ExcerptPart {
  text: string;
  /** True for the words that were searched. */
  marked: boolean;
}

/**
 * Pagefind's excerpt as plain text in parts, for text nodes: `mark` is the only markup that it adds.
 * Marked words that stand side by side are one part.
 */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .replace(/<\/mark>(\s*)<mark>/g, '$1')
    .split(/(<mark>.*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const inside = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
      return { text: toShown(plain(inside ?? part)), marked: inside !== undefined };
    });
}

function plain(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>');
}
