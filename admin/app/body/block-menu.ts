/** The list of blocks over the text that is written, from the keyboard. */
import type { KeyboardEvent } from 'react';

/** Opens the list in a part of the page; whether there is one. */
export function openMenu(within: ParentNode): boolean {
  const menu = within.querySelector('.insert-menu');
  menu?.setAttribute('open', '');
  menu?.querySelector('button')?.focus();
  return menu !== null;
}

/** “/” on an empty line offers the blocks; in any other place it is a letter. */
export function openMenuBySlash(event: KeyboardEvent): void {
  if (event.key !== '/' || event.nativeEvent.isComposing) return;
  const place = window.getSelection()?.anchorNode;
  const element = place instanceof Element ? place : place?.parentElement;
  // What is left of a text that was deleted whole may be a list, a heading or nothing at all.
  const line = element?.closest('p, ul, ol, h2, h3, [contenteditable="true"]');
  const isEmpty = line?.textContent === '' && element?.closest('td, th') === null;
  if (isEmpty && (element as HTMLElement).isContentEditable && openMenu(event.currentTarget)) {
    event.preventDefault();
  }
}

/** The arrows go through the menu of blocks; Escape closes it and goes back to the text. */
export function goThroughMenu(event: KeyboardEvent): void {
  const menu = event.currentTarget.querySelector('.insert-menu[open]');
  const isInside = menu?.contains(event.target as Element);
  if (!menu || (!isInside && event.key !== 'Escape')) return;
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (event.key === 'Escape') {
    menu.removeAttribute('open');
    event.currentTarget.querySelector<HTMLElement>('[contenteditable]')?.focus();
  } else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
  else if (event.key === 'ArrowUp') buttons.at(at - 1)?.focus();
  else return;
  event.preventDefault();
}
