/**
 * Wakes the two buttons of a share row that need JavaScript: copy the address, print the page.
 * Copying the old way, by selection, works in every in-app browser and over plain HTTP; where it does
 * not, the selected address is there to be copied by hand.
 */
export function wakeShare(share: HTMLElement): void {
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
}
