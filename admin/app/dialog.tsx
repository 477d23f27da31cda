/** A dialog of the page itself, over whatever Decap shows, so that the form beneath stays as it is. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Opens a dialog and resolves with what its content closes it with; with `undefined` when it was
 * dismissed by Escape.
 */
export function openDialog<Result>(
  title: string,
  content: (close: (result?: Result) => void) => ReactNode,
): Promise<Result | undefined> {
  const element = document.createElement('dialog');
  element.className = 'dialog';
  element.setAttribute('aria-label', title);
  const root = createRoot(element);
  return new Promise((resolve) => {
    let result: Result | undefined;
    element.addEventListener('close', () => {
      root.unmount();
      element.remove();
      resolve(result);
    });
    root.render(
      <>
        <h2>{title}</h2>
        {content((value) => {
          result = value;
          element.close();
        })}
      </>,
    );
    document.body.append(element);
    element.showModal();
  });
}
