/** Wakes the copy buttons of the share kit page: each copies the text field that it names. */
export function wakeCopyButton(button: HTMLButtonElement): void {
  const field = document.getElementById(button.dataset.copies ?? '') as HTMLTextAreaElement | null;
  const notice = button.parentElement?.querySelector('[role="status"]');
  if (!field || !notice) return;
  const say = (copied: boolean) => {
    notice.textContent = (copied ? button.dataset.copied : button.dataset.byHand) ?? '';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (copySelected(field)) {
      button.focus();
      say(true);
      return;
    }
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) {
      say(false);
      return;
    }
    clipboard.writeText(field.value).then(
      () => {
        button.focus();
        say(true);
      },
      () => say(false),
    );
  });
}

/** Works in old WebViews and over plain HTTP, and leaves the text selected for copying by hand. */
function copySelected(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.setSelectionRange(0, field.value.length);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in those apps
  return document.execCommand('copy');
}
