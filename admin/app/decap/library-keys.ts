/** The picture library from the keyboard. */
import type { KeyboardEvent } from 'react';

/**
 * A key on the card of a picture: Space chooses it, Enter also goes on to the button that uses what is
 * chosen, which stands above all cards.
 */
export function pressCard(event: KeyboardEvent<HTMLElement>, choose: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  const { currentTarget } = event;
  const isChosen = currentTarget.getAttribute('aria-pressed') === 'true';
  if (event.key === ' ' || !isChosen) choose();
  if (event.key === ' ') return;
  const use = currentTarget
    .closest('[role="dialog"]')
    ?.querySelector<HTMLButtonElement>('[class*="-InsertButton"]');
  // It can be pressed once the choice is drawn.
  requestAnimationFrame(() => use?.focus());
}
