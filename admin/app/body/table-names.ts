/** Names for what MDXEditor leaves without one: the cells of a table. */

/** Names them in an editor from now on; returns what ends it. */
export function nameCells(editor: HTMLElement): () => void {
  const name = () => {
    for (const row of editor.querySelectorAll('tr')) {
      row.querySelectorAll('[contenteditable="true"]').forEach((cell, column) => {
        const words = `Hàng ${row.rowIndex}, cột ${column + 1}`;
        if (cell.getAttribute('aria-label') !== words) cell.setAttribute('aria-label', words);
      });
    }
  };
  const watch = new MutationObserver(name);
  watch.observe(editor, { childList: true, subtree: true });
  name();
  return () => watch.disconnect();
}
