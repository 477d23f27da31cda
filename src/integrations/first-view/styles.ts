/** Styles of the first view inside the page, the whole stylesheets where its rest begins. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postcss, { Rule, type AtRule, type Container, type Document, type Root } from 'postcss';
import { PurgeCSS } from 'purgecss';
import { cached, cacheKey } from '../../build-cache.ts';
import { codeReached } from '../../code-reached.ts';

/** Where a page's first view ends at the latest: the frame has one, an entry's page an earlier one. */
const end = '<!--first-view-end-->';

const links = /<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)">/g;

/** The layout of a wide screen (`--breakpoint-md`), a dark page: they have no first view of their own. */
const others = '(min-width: 44rem), (prefers-color-scheme: dark)';

/**
 * Lays out the first view while its typeface is under way. Left alone, a browser lays a page out when the
 * wait for a preloaded typeface is over (`font-display: optional`): on an old phone a tenth of a second
 * during which nothing else is to be done.
 */
const layOut = '<script>document.body.offsetTop</script>';

/** The stylesheets of one build. */
export class Styles {
  readonly #root: string;
  /** What takes rules out of a sheet: part of the name under which they are kept. */
  readonly #code = codeReached('src/integrations/first-view/styles.ts');
  /** By the files that make them up. */
  readonly #sheets = new Map<string, Promise<Sheet>>();
  /** The stylesheets of all pages. */
  readonly #files = new Set<string>();
  /** What was taken from sheets for the same words before: pages of a type are much alike. */
  readonly #taken = new Map<string, Promise<string>>();

  /** `root`: the folder of the build. */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The page with the rules that its first view uses on a phone in a `<style>`. The stylesheets
   * themselves follow where the first view ends, and nothing before waits for them; a wide screen
   * takes them in the head. A page without an end is all first view.
   */
  async inline(html: string): Promise<string> {
    const files = stylesheetsOf(html);
    if (files.length === 0) return html;
    const at = html.indexOf(end);
    const isWhole = at < 0;
    const first = isWhole ? html : seenFirst(html.slice(0, at));
    const css = await this.#used(files, first, isWhole);
    const later = files.map((file) => `<link rel="stylesheet" href="${file}">`).join('');
    const sooner = later.replaceAll('>', ` media="${others}">`);
    let placed = 0;
    return html
      .replaceAll(links, () =>
        placed++ === 0 ? `<style>${css}</style>${isWhole ? '' : sooner}` : '',
      )
      .replace(end, layOut + later)
      .replaceAll(end, '');
  }

  /** Notes the stylesheets of pages, be they finished now or in a build before. */
  serve(files: Iterable<string>): void {
    for (const file of files) this.#files.add(file);
  }

  /**
   * Takes the typeface out of the stylesheets whose pages are done: a page has it in its `<style>`. Said
   * again by a sheet that comes later, `font-display: optional` would begin anew, and what the reader
   * is looking at would move.
   */
  async leaveFacesInPages(): Promise<void> {
    for (const file of this.#files) {
      const path = join(this.#root, file);
      const root = postcss.parse(await readFile(path, 'utf8'));
      root.walkAtRules('font-face', (rule) => {
        rule.remove();
      });
      await writeFile(path, root.toString());
    }
  }

  async #used(files: string[], html: string, isWhole: boolean): Promise<string> {
    const { whole, phone, words } = await this.#sheet(files);
    const names = namesIn(html.slice(html.indexOf('<body')));
    const used = [...words].filter((word) => names.has(word));
    const key = [isWhole, ...files, ...used].join(' ');
    const known = this.#taken.get(key);
    if (known) return known;
    const taken = this.#purgeOnce(isWhole ? whole : phone, used);
    this.#taken.set(key, taken);
    return taken;
  }

  /** Builds of other content ask for the same: what was purged is read again. */
  async #purgeOnce(css: string, words: string[]): Promise<string> {
    const name = `${cacheKey(...this.#code, css, words.join(' '))}.css`;
    return (await cached(name, async () => Buffer.from(await purge(css, words)))).toString();
  }

  /** The sheets of a page as one: later ones use the tokens of the first. */
  #sheet(files: string[]): Promise<Sheet> {
    const key = files.join(' ');
    const known = this.#sheets.get(key);
    if (known) return known;
    const read = files.map((file) => readFile(join(this.#root, file), 'utf8'));
    const sheet = Promise.all(read).then((texts) => parse(texts.join('\n')));
    this.#sheets.set(key, sheet);
    return sheet;
  }
}

/** Each address once: what is cut out of a page keeps the whole page in memory, and of these one is kept a page. */
const addresses = new Map<string, string>();

/** The addresses of the stylesheets that a page links. */
export function stylesheetsOf(html: string): string[] {
  return [...html.matchAll(links)].map(([, found]) => {
    const address = addresses.get(found!) ?? found!;
    addresses.set(address, address);
    return address;
  });
}

/**
 * A page's beginning without what a phone shows only when asked to, or never: the inside of closed
 * `<details>` and of elements for wide screens (`data-wide`, with no element of their kind inside).
 */
function seenFirst(html: string): string {
  return html
    .replaceAll(
      /(<details(?![^>]* open)[^>]*>\s*<summary[\s\S]*?<\/summary>)[\s\S]*?<\/details>/g,
      '$1',
    )
    .replaceAll(/(<([a-z]+)(?=[^>]* data-wide)[^>]*>)[\s\S]*?<\/\2>/g, '$1');
}

/** Names of tags and attributes, and the values by which styles choose elements. */
function namesIn(html: string): Set<string> {
  const names = new Set<string>();
  for (const [, tag, rest = ''] of html.matchAll(/<([a-z][\w-]*)([^>]*)>/g)) {
    names.add(tag!);
    for (const [, name, value = ''] of rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
      names.add(name!);
      if (/^(?:class|id|type|role)$/.test(name!))
        for (const one of value.match(word) ?? []) names.add(one);
    }
  }
  return names;
}

interface Sheet {
  whole: string;
  /** Without what only a wide screen or a printer needs. */
  phone: string;
  /** Everything in it that could be the name of a tag, a class or an attribute. */
  words: ReadonlySet<string>;
}

const word = /[A-Za-z_][\w-]*/g;

function parse(text: string): Sheet {
  const root = postcss.parse(text);
  root.walkComments((comment) => {
    comment.remove();
  });
  const whole = root.toString();
  root.walkAtRules('media', (rule: AtRule) => {
    if (/^print|min-width|color-scheme/.test(rule.params)) rule.remove();
  });
  root.walkAtRules('page', (rule: AtRule) => {
    rule.remove();
  });
  // A reader's own contrast comes with the whole sheet.
  root.walkRules(/\.text-contrast/, (rule) => {
    rule.remove();
  });
  writeOutTokens(root);
  return { whole, phone: root.toString(), words: new Set(text.match(word)) };
}

/** What `:root` alone declares stands where it is used: its names take more bytes than its values. */
function writeOutTokens(root: Root): void {
  const values = new Map<string, string>();
  root.walkDecls(/^--/, ({ parent, prop, value }) => {
    if (isOnRoot(parent)) values.set(prop, value);
  });
  root.walkDecls(/^--/, (declaration) => {
    if (!isOnRoot(declaration.parent)) values.delete(declaration.prop);
  });
  root.walkDecls((declaration) => {
    const { parent } = declaration;
    if (isOnRoot(parent) && values.has(declaration.prop)) {
      declaration.remove();
      if (parent?.nodes.length === 0) parent.remove();
    } else {
      declaration.value = declaration.value.replaceAll(
        /var\((--[\w-]+)\)/g,
        (use, name: string) => values.get(name) ?? use,
      );
    }
  });
}

function isOnRoot(parent: Container | Document | undefined): boolean {
  return parent instanceof Rule && parent.selectors.includes(':root');
}

/** The rules whose selectors could match a page with these words. */
async function purge(css: string, words: string[]): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: words.join(' '), extension: 'html' }],
    css: [{ raw: css }],
    safelist: ['html', 'body', ':focus', ':focus-visible', 'text-large', 'text-larger'],
    keyframes: true,
  });
  return result!.css;
}
