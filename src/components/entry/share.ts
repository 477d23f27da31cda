/**
 * Wakes the two buttons of a share row that need JavaScript, copy the address and print the page, and
 * puts on paper what leads back to the page.
 *
 * Copying the old way, by selection, works in every in-app browser and over plain HTTP; where it does
 * not, the selected address is there to be copied by hand.
 */
import { shortId } from '#src/model/short-id.ts';
import type { TypeName } from '#src/schema/index.ts';

document.querySelectorAll<HTMLElement>('[data-share]').forEach(wakeShare);

function wakeShare(share: HTMLElement): void {
  const address = share.querySelector<HTMLElement>('[data-copied]')!;
  const act: Record<string, () => void> = {
    copy() {
      getSelection()!.selectAllChildren(address.lastElementChild!);
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in those apps
      if (document.execCommand('copy')) address.textContent = address.dataset['copied']!;
    },
    print: () => print(),
  };
  for (const button of share.querySelectorAll('button')) {
    button.onclick = act[button.name]!;
    button.parentElement!.hidden = false;
  }
  const type = share.dataset['share'] as TypeName | '';
  // On paper there is room beside who answers and when it was published.
  const aside = document.querySelector('.reading aside');
  if (type) (aside ?? share).append(paperCode(type, address.lastElementChild!.textContent));
}

/** The code and the short address, for paper alone: a code that no screen shows is not asked for. */
function paperCode(type: TypeName, address: string): HTMLElement {
  const { host, pathname } = new URL(address);
  const id = shortId(type, pathname.split('/').slice(-2)[0]!);
  const code = new Image(112, 112);
  code.loading = 'lazy';
  code.alt = '';
  code.src = `/qr/${id}.svg`;
  const paper = document.createElement('p');
  paper.className = 'paper-code';
  paper.append(code, host, document.createElement('br'), `/d/${id}`);
  return paper;
}
