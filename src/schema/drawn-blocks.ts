/** Blocks of a body that can be drawn, as infographics are: what a poster and pictures need of them. */
import type { List, Nodes, Table } from 'mdast';
import type { BlockName } from './blocks.ts';
import { treeOf, plainText } from './body.ts';

const drawnNames = [
  'KeyFigures',
  'Steps',
  'Timeline',
  'Comparison',
  'SixClear',
] as const satisfies readonly BlockName[];

export interface DrawnBlock {
  name: (typeof drawnNames)[number];
  title: string;
  /** What its lines begin with, in bold: figures, moments, what is clear. */
  leads: string[];
  /** Each line, row or step as one statement. */
  lines: string[];
}

const opening = new RegExp(`<(?:${drawnNames.join('|')})\\b`);

/** Those of a body that the schema takes, in their order. */
export function drawnBlocks(body: string): DrawnBlock[] {
  // Most bodies have none: they are not parsed for it.
  if (!opening.test(body)) return [];
  return (treeOf(body).children as Nodes[]).flatMap((node): DrawnBlock[] => {
    if (node.type !== 'mdxJsxFlowElement') return [];
    const name = drawnNames.find((one) => one === node.name);
    const title = node.attributes.find((each) => 'name' in each && each.name === 'title')?.value;
    const [child] = node.children;
    if (!name || typeof title !== 'string') return [];
    if (child?.type === 'list') return [{ name, title, ...ofList(child) }];
    return child?.type === 'table' ? [{ name, title, leads: [], lines: ofTable(child) }] : [];
  });
}

function ofList({ children }: List): Pick<DrawnBlock, 'leads' | 'lines'> {
  const leads = children.flatMap(({ children: [paragraph] }) => {
    const bold = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    return bold?.type === 'strong' ? [plainText(bold).replace(/[\s:.,]+$/, '')] : [];
  });
  return { leads, lines: children.map(plainText) };
}

/** Each row with the heads of its columns; of three columns the first is the row's name. */
function ofTable({ children: [head, ...rows] }: Table): string[] {
  const names = (head?.children ?? []).map(plainText);
  const first = names.length > 2 ? 1 : 0;
  return rows.map(({ children }) => {
    const cells = children.map(plainText);
    const sides = cells.slice(first).map((cell, index) => `${names[index + first] ?? ''}: ${cell}`);
    return [...cells.slice(0, first), ...sides].join('. ');
  });
}
