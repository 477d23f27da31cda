/** The parts of the search page, and results in the markup of its template. */
import type { PageFile } from './index-format.ts';
import { markWords, passageOf, type Part } from './passage.ts';
import { searchWords } from './words.ts';

export interface View {
  form: HTMLFormElement;
  input: HTMLInputElement;
  facets: HTMLDetailsElement;
  newest: HTMLInputElement;
  clear: HTMLButtonElement;
  status: HTMLElement;
  meant: HTMLElement;
  list: HTMLElement;
  result: HTMLTemplateElement;
  more: HTMLButtonElement;
  none: HTMLElement;
  failed: HTMLElement;
}

/** Finds the parts by their `data-search` names. Throws when the page lacks one. */
export function findView(root: ParentNode): View {
  const part = <N extends keyof View>(name: N): View[N] => {
    const element = root.querySelector<View[N]>(`[data-search="${name}"]`);
    if (!element) throw new Error(`The search page has no element with data-search="${name}".`);
    return element;
  };
  return {
    form: part('form'),
    input: part('input'),
    facets: part('facets'),
    newest: part('newest'),
    clear: part('clear'),
    status: part('status'),
    meant: part('meant'),
    list: part('list'),
    result: part('result'),
    more: part('more'),
    none: part('none'),
    failed: part('failed'),
  };
}

/** One result. `labels` name its type and axes. Texts go in as text, never as HTML. */
export function resultItem(
  { result }: View,
  page: PageFile,
  reading: readonly string[],
  labels: readonly string[],
): Element {
  const item = result.content.firstElementChild!.cloneNode(true) as Element;
  const link = item.querySelector('a')!;
  link.href = page.address;
  link.textContent = '';
  link.append(...nodes(markWords(page.title, reading)));
  item.querySelector('[data-labels]')!.textContent = labels.join(' · ');
  const { address, heading, parts } = passageOf(page, reading);
  item.querySelector('[data-excerpt]')!.append(...nodes(parts));
  const section = item.querySelector<HTMLElement>('[data-section]')!;
  section.hidden = heading === '';
  const jump = section.querySelector('a')!;
  jump.href = address;
  jump.textContent = searchWords.section(heading);
  return item;
}

/** Parts of a text as nodes, those that were looked for marked. */
export function nodes(parts: readonly Part[]): Node[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
