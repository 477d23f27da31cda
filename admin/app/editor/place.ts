/**
 * Where somebody is in a form, kept over its first save: Decap then draws the form anew, from its
 * top, under the address that the entry has got.
 */

/** What can be typed in or pressed in the form, in its order. */
const reachable = 'input, textarea, select, button, [contenteditable="true"]';

/** How long a save may take until the form stands again, in milliseconds. */
const patience = 20_000;

/** Notes the place now, and goes back to it once the form stands again. */
export function keepPlace(): void {
  const form = formParts()[0];
  if (!form) return;
  const top = scrollerOf(form).scrollTop;
  const focused = reachableNow().findIndex((element) => element === document.activeElement);
  const watch = new MutationObserver(() => {
    const [now] = formParts();
    if (!now || now === form) return;
    const scroller = scrollerOf(now);
    // Not tall enough yet: parts of the form come later.
    if (scroller.scrollHeight < top + scroller.clientHeight) return;
    watch.disconnect();
    reachableNow()[focused]?.focus({ preventScroll: true });
    scroller.scrollTop = top;
  });
  watch.observe(document.body, { childList: true, subtree: true });
  window.setTimeout(() => watch.disconnect(), patience);
}

function formParts(): NodeListOf<Element> {
  return document.querySelectorAll('.form-group');
}

function reachableNow(): HTMLElement[] {
  const pane = document.querySelector('[class*="-ControlPaneContainer"]');
  return [...(pane?.querySelectorAll<HTMLElement>(reachable) ?? [])];
}

/** What scrolls the form: a pane beside the preview, on a phone the page itself. */
function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
