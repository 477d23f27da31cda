/** The cursor in what was added to a form. */

/** “Thêm …” puts the cursor into what it adds. */
export function focusWhatIsAdded(): void {
  const inputs = 'input:not([type=hidden]), textarea';
  document.addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest('[class*="-AddButton"]');
      const field = button?.closest('[class*="-ControlContainer"]');
      if (!field) return;
      const known = new Set(field.querySelectorAll(inputs));
      const watch = new MutationObserver(() => {
        const added = [...field.querySelectorAll<HTMLElement>(inputs)].find(
          (one) => !known.has(one),
        );
        if (!added) return;
        watch.disconnect();
        added.focus();
      });
      watch.observe(field, { childList: true, subtree: true });
      window.setTimeout(() => watch.disconnect(), 2000);
    },
    { capture: true },
  );
}
