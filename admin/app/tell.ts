/** A line of words at the lower edge of the CMS, for as long as it takes to read. */
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { addNotification } from 'decap-cms-core/dist/esm/actions/notifications.js';

export function tell(message: string, type: 'success' | 'warning' | 'error'): void {
  store.dispatch(addNotification({ message, type, dismissAfter: 30_000 }));
}
