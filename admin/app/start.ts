/** What opens at the address without an entry: the page that says what waits for whoever works here. */
import { fetchBackendSetting } from './hosts.ts';

const asksForNothing = ['', '#', '#/'].includes(window.location.hash);
if (asksForNothing && (await fetchBackendSetting()).name === 'server') {
  window.location.replace('/admin/cua-toi/');
} else {
  await import('./main.ts');
}
