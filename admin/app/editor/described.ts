/**
 * What stands below a field belongs to it: whoever hears the form is told the hint, how many characters are
 * left and what is wrong together with the field. Decap ties none of them to its inputs.
 */

/** Ties them to each field that somebody comes to, from now on. */
export function describeFields(): void {
  document.addEventListener('focusin', ({ target }) => describe(target as HTMLElement), {
    capture: true,
  });
  // Decap takes its word on a field away as soon as somebody writes in it.
  document.addEventListener(
    'input',
    ({ target }) => {
      if (isField(target as HTMLElement)) (target as HTMLElement).removeAttribute('aria-invalid');
    },
    { capture: true },
  );
}

function describe(input: HTMLElement): void {
  if (!isField(input)) return;
  const [errors, hint] = [`${input.id}-errors`, `${input.id}-hint`];
  const own = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  // What is wrong may be told only later, at a save.
  input.setAttribute('aria-describedby', [...new Set([errors, ...own, hint])].join(' '));
  if (document.getElementById(errors)) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Whether it is the input of a field, which Decap's label around it names. */
function isField(input: HTMLElement): boolean {
  if (!input.id || !input.closest('[class*="-ControlPaneContainer"]')) return false;
  const field = input.closest('[class*="-ControlContainer"]');
  return field?.querySelector<HTMLLabelElement>('label')?.htmlFor === input.id;
}
