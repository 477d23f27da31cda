/** Where Decap's own routing falls short. */

const entryAddress = /#\/collections\/([^/]+\/entries\/[^?]+)/;

/**
 * Decap keeps the open form, and the text in it, when the address changes straight from one entry
 * to another (a link, a bookmark): saving would then write one entry's text into the other. The
 * page is loaded anew instead.
 */
export function reloadBetweenEntries(): void {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    const [from, to] = [oldURL, newURL].map((url) => entryAddress.exec(url)?.[1]);
    if (from && to && from !== to) window.location.reload();
  });
}
