/** Wakes the two buttons of a share row that need JavaScript: copy the address, print the page. */
export function wakeShare(share: HTMLElement): void {
  const address = share.dataset.share ?? '';
  const notice = share.querySelector<HTMLElement>('[data-copied]');
  const say = (copied: boolean) => {
    if (copied && notice) notice.textContent = notice.dataset.copied ?? '';
  };

  wake(share, '[data-copy]', () => {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) {
      say(copyOldWay(address));
      return;
    }
    clipboard.writeText(address).then(
      () => say(true),
      () => say(copyOldWay(address)),
    );
  });
  wake(share, '[data-print]', () => window.print());
}

function wake(share: HTMLElement, selector: string, onClick: () => void): void {
  const button = share.querySelector(selector);
  button?.addEventListener('click', onClick);
  button?.parentElement?.removeAttribute('hidden');
}

/** In-app browsers often refuse the clipboard: the old way works in them and over plain HTTP. */
function copyOldWay(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in those apps
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
