/**
 * Names, numbers and what they count, numbers of documents: kept on one line in what a page says. Done
 * on finished pages, so that every text is covered and none of the data, the search index, the feeds or
 * the texts to copy has a space of another kind.
 */
import { documentNumber, together } from '../../model/typography.ts';

/** The site's own frame; posters break their lines themselves, mails have no styles. */
const main = /(<main id="noi-dung"[^>]*>)([\s\S]*)(?=<\/main>)/;

/** Tags, narrow cells and what is drawn, copied or run stay; the rest is text. */
const pieces =
  /(<(script|style|svg|table|textarea|pre|select)\b[\s\S]*?<\/\2>|<(?:[^>"']|"[^"]*"|'[^']*')*>)|[^<]+/g;

/** A page whose main text breaks where a reader would pause. */
export function withWholeNames(html: string): string {
  return html.replace(
    main,
    (_, start: string, text: string) =>
      start +
      text.replaceAll(pieces, (piece, fixed: string | undefined) =>
        fixed === undefined ? whole(piece) : piece,
      ),
  );
}

/** The hyphen of a number stays a hyphen, which can be searched for and copied: a style holds it. */
function whole(text: string): string {
  return together(text).replaceAll(documentNumber, '<span class="whole">$&</span>');
}
