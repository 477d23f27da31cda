import { passwordLength } from '../accounts/password.ts';
import { html, type Html } from '../pages/html.ts';

/** Asks for a password of the account that is logged in. */
export function passwordField(name: string, words: string, autocomplete: string): Html {
  return html`<label>
    ${words}
    <input
      type="password"
      name="${name}"
      autocomplete="${autocomplete}"
      maxlength="${passwordLength.max}"
      required
    />
  </label>`;
}
