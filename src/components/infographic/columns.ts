/**
 * The class for so many cards on a wide screen: at most `most` in a row, and rows as even as can
 * be, so that no card stands alone below the others.
 */
export function columns(count: number, most: number): string {
  const rows = Math.ceil(count / most);
  return `ig-columns-${Math.ceil(count / rows)}`;
}
