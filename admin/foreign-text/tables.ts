/** Tables as a body can hold them: one line of text in each cell, none of them joined. */
import type { Element, Root } from 'hast';
import { attribute, element, isElement, isNamed, rewrite, textOf, type Content } from './hast.ts';
import { isBlock } from './inline.ts';

/** Most cells that one cell may have been joined of: addresses on the web claim thousands. */
const mostJoined = 50;

/** Makes every table even; one that only places things on a page gives way to what it holds. */
export function cleanTables(tree: Root, lost: Set<string>): void {
  rewrite(tree, (node) => {
    if (!isNamed(node, 'table')) return [node];
    const rows = rowsOf(node);
    if (isForLayout(rows)) {
      return rows.flatMap((row) => cellsOf(row).flatMap((cell) => paragraphs(cell.children)));
    }
    return [even(rows, columnsWithoutWidth(node), lost)];
  });
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (isNamed(child, 'tr')) return [child];
    return isNamed(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [];
  });
}

function childrenOf(node: Content): Content[] {
  return isNamed(node, 'colgroup') ? node.children : [];
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell) => isNamed(cell, 'td', 'th'));
}

/** One column, one row, or with tables, headings and pictures in its cells: no table of facts. */
function isForLayout(rows: readonly Element[]): boolean {
  const cells = rows.flatMap(cellsOf);
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  return columns < 2 || rows.length < 2 || cells.some(({ children }) => children.some(holdsMore));
}

function holdsMore(node: Content): boolean {
  if (!isElement(node)) return false;
  return /^(?:table|h[1-6]|img|blockquote)$/.test(node.tagName) || node.children.some(holdsMore);
}

function paragraphs(children: readonly Content[]): Content[] {
  return children.some(isBlock) ? [...children] : [element('p', [...children])];
}

/** Columns of no width, from 0: LibreOffice writes them where the lines of a table's rows do not meet. */
function columnsWithoutWidth(table: Element): ReadonlySet<number> {
  const columns = [...table.children, ...table.children.flatMap(childrenOf)].filter((child) =>
    isNamed(child, 'col'),
  );
  return new Set(
    columns.flatMap((column, at) => (/^0\*?$/.test(attribute(column, 'width')) ? [at] : [])),
  );
}

/** Joined cells are parted: what they say stands in each of them. Columns that are `unseen` go. */
function even(rows: readonly Element[], unseen: ReadonlySet<number>, lost: Set<string>): Element {
  const grid: Content[][][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (grid[y]![x]) x += 1;
      const [wide, high] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      const seen = Array.from({ length: wide }, (_, right) => x + right).filter(
        (at) => !unseen.has(at),
      );
      if (seen.length > 1 || high > 1) lost.add('ô gộp của bảng (đã tách, chữ lặp lại ở từng ô)');
      const line = oneLine(cell);
      for (let down = 0; down < high && y + down < rows.length; down += 1) {
        for (let right = 0; right < wide; right += 1) grid[y + down]![x + right] = line;
      }
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => !unseen.has(x));
  // A table of a body has a head: its first row.
  const lines = grid.map((row, y) =>
    element(
      'tr',
      columns.map((x) => element(y === 0 ? 'th' : 'td', structuredClone(row[x] ?? []))),
    ),
  );
  return element('table', lines);
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.min(Math.max(1, Math.floor(Number(attribute(cell, name)) || 1)), mostJoined);
}

/** The lines of a cell one after another: a cell has one line. */
function oneLine(cell: Element): Content[] {
  const lines: Content[][] = [[]];
  const add = (node: Content): void => {
    if (isNamed(node, 'br')) lines.push([]);
    else if (isBlock(node) && isElement(node)) {
      lines.push([]);
      node.children.forEach(add);
      lines.push([]);
    } else lines.at(-1)!.push(node);
  };
  cell.children.forEach(add);
  const full = lines
    .filter((line) => line.map(textOf).join('').trim() !== '')
    .map((line) => line.slice(0, line.findLastIndex((node) => textOf(node).trim() !== '') + 1));
  return full.flatMap((line, at) => {
    if (at === 0) return line;
    const before = full[at - 1]!.map(textOf).join('').trim();
    const mark = /[.;:,!?…]$/.test(before) ? ' ' : '; ';
    return [{ type: 'text', value: mark }, ...line];
  });
}
