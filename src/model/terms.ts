/** Words of the glossary in a body: the first time one stands there, it leads to its explanation. */
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import type { Entry } from '#src/load/entry.ts';

type Term = Entry<'term'>;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Finds terms in texts. */
export interface Glossary {
  pattern: RegExp | undefined;
  /** By every way to write a term, in small letters. */
  terms: ReadonlyMap<string, Term>;
}

export interface MarkedBody {
  html: string;
  /** The terms that it uses, in the order of their first use. */
  used: Term[];
}

/** Elements in which a word stays as it is: links, headings, the plan's own words, captions. */
const untouched = new Set('a h1 h2 h3 h4 h5 h6 code pre blockquote figcaption'.split(' '));

const made = new WeakMap<readonly Term[], Glossary>();

/** The glossary of these terms, made once for all pages of a build. */
export function glossaryOf(terms: readonly Term[]): Glossary {
  const known = made.get(terms) ?? makeGlossary(terms);
  made.set(terms, known);
  return known;
}

/** Of two terms that begin alike the longer is found. */
function makeGlossary(terms: readonly Term[]): Glossary {
  const byName = new Map(
    terms.flatMap((term) =>
      [term.data.title, ...term.data.also].map((name) => [small(name), term] as const),
    ),
  );
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escape);
  return {
    terms: byName,
    pattern:
      names.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  };
}

/** Id of the explanation on the page, and of the place that led to it. */
export const termIds = ({ slug }: Pick<Term, 'slug'>) => ({
  note: `tu-${slug}`,
  place: `cho-${slug}`,
});

/** A body with its terms marked; `without` is the term whose own page it is. */
export function markTerms(html: string, glossary: Glossary, without?: string): MarkedBody {
  const { pattern } = glossary;
  if (!pattern) return { html, used: [] };
  const fragment = parseFragment(html);
  const used: Term[] = [];
  const mark = (parent: Parent) => {
    for (const node of [...parent.childNodes]) {
      if (node.nodeName === '#text') {
        const pieces = markText((node as DefaultTreeAdapterTypes.TextNode).value);
        if (pieces !== undefined) replace(parent, node, pieces);
      } else if ('childNodes' in node && !untouched.has(node.nodeName)) {
        mark(node);
      }
    }
  };
  const markText = (text: string): string | undefined => {
    const before = used.length;
    const marked = escapeHtmlAround(text, pattern, (found) => {
      const term = glossary.terms.get(small(found));
      if (!term || term.slug === without || used.includes(term)) return undefined;
      used.push(term);
      const { note, place } = termIds(term);
      return `<a class="term" id="${place}" href="#${note}">${escapeHtml(found)}</a>`;
    });
    return used.length > before ? marked : undefined;
  };
  mark(fragment);
  return { html: used.length === 0 ? html : serialize(fragment), used };
}

function replace(parent: Parent, node: Node, html: string): void {
  const pieces = parseFragment(html).childNodes;
  for (const piece of pieces) piece.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...pieces);
}

/** A text as HTML, where what `mark` answers for a found piece stands in its place. */
function escapeHtmlAround(
  text: string,
  pattern: RegExp,
  mark: (found: string) => string | undefined,
): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    html += escapeHtml(text.slice(from, match.index)) + (mark(match[0]) ?? escapeHtml(match[0]));
    from = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(from));
}

const small = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');

/** What means something in a pattern, meant as it is written. */
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
