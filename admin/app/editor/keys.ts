/** Keys for what is done over and over in an open entry. */
import { useEffect } from 'react';

/** By key, with Ctrl (⌘ on a Mac), and with Shift where its name says so. */
export type Keys = Readonly<Record<string, () => void>>;

/** The keys of an open entry; they hold while the toolbar stands there. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (!(ctrlKey || metaKey) || altKey) return;
      const name = `${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
      const act = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (!act) return;
      event.preventDefault();
      // The text itself would take the key for a new line, or for a link where it does not look at Shift.
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  });
}
