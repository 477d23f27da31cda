/** The parts of the search page, and results in the markup of its template. */
import type { Fragment } from './engine.ts';
import { excerptParts } from './excerpt.ts';
import { toShown } from './text.ts';

export interface View {
  form: HTMLFormElement;
  input: HTMLInputElement;
  facets: HTMLDetailsElement;
  clear: HTMLButtonElement;
  status: HTMLElement;
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
    clear: part('clear'),
    status: part('status'),
    list: part('list'),
    result: part('result'),
    more: part('more'),
    none: part('none'),
    failed: part('failed'),
  };
}

/** One result. `labels` name its type and axes. Texts go in as text, never as HTML. */
export function resultItem({ result }: View, page: Fragment, labels: readonly string[]): Element {
  const item = result.content.firstElementChild!.cloneNode(true) as Element;
  const link = item.querySelector('a')!;
  link.href = page.raw_url ?? page.url;
  link.textContent = toShown(page.meta.title ?? page.url).trim();
  item.querySelector('[data-labels]')!.textContent = labels.join(' · ');
  item.querySelector('[data-excerpt]')!.append(...excerptNodes(page));
  return item;
}

/** The passage with the words found; the summary where they are in the title alone. */
function excerptNodes({ excerpt, meta }: Fragment): Node[] {
  const parts = excerptParts(excerpt);
  if (meta.summary && !parts.some(({ marked }) => marked)) {
    return [document.createTextNode(toShown(meta.summary))];
  }
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
