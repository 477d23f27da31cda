import { parse } from 'parse5';

/** One element of a built page, as the rules need it. */
export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  /** 1-based line in the file. */
  line: number;
}

/** One built page. */
export interface Page {
  /** Path below `dist`, such as `bai-viet/x/index.html`. */
  file: string;
  /** Address on the site, such as `/bai-viet/x/`. */
  address: string;
  html: string;
  elements: readonly Element[];
}

interface TreeNode {
  tagName?: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: TreeNode[];
  content?: TreeNode;
  sourceCodeLocation?: { startLine: number } | null;
}

/** Parses one built HTML file. */
export function readPage(file: string, html: string): Page {
  const elements: Element[] = [];
  visit(parse(html, { sourceCodeLocationInfo: true }), elements);
  return { file, address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, elements };
}

function visit(node: TreeNode, elements: Element[]): void {
  if (node.tagName) {
    elements.push({
      tag: node.tagName,
      attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
      text: textOf(node),
      line: node.sourceCodeLocation?.startLine ?? 1,
    });
  }
  for (const child of node.childNodes ?? []) visit(child, elements);
  if (node.content) visit(node.content, elements);
}

/** Direct text of title, script and the like; longer subtrees are not needed by any rule. */
function textOf(node: TreeNode): string {
  return (node.childNodes ?? []).map((child) => child.value ?? '').join('');
}
