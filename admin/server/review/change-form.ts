import { html, type Html } from '../pages/html.ts';
import type { Action } from '../workflow/rules.ts';
import type { ChangeView } from './change-view.ts';

/** A form that does something with a change. Every one says which commit its reader saw. */
export function form({ draft }: ChangeView, action: Action, body: Html): Html {
  return html`<form class="form" method="post">
    <input type="hidden" name="action" value="${action}" />
    <input type="hidden" name="head" value="${draft.head}" />
    ${body}
  </form>`;
}
