/** HTML of the server's own pages: what is put into a template is escaped unless it is HTML itself. */

/** Text that is HTML already. Only `html` makes it, so nothing typed by a person can be one. */
class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type { Html };

/** What a template takes: text is escaped, lists are joined, `false` and nothing leave no trace. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** `html\`<p>${text}</p>\``: safe inside elements and inside attributes that stand in quotes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.reduce((before, after, at) => before + show(parts[at - 1]) + after);
  return new Html(text);
}

function show(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(show).join('');
  return escapeHtml(String(part));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
