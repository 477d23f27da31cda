/** Rules of a body: MDX as data. Parses the text and names everything that is not allowed. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Heading, Image, Link, ListItem, Nodes } from 'mdast';
import type { Node, Parent } from 'unist';
import { isFootnote, withoutFootnotes } from './footnotes.ts';
import { asWord, marksAsWords } from './marks-as-words.ts';
import { blocks, heldPatterns, type Block, type BlockAttribute, type BlockList } from './blocks.ts';

export interface BodyProblem {
  rule: string;
  message: string;
  /** 1-based line within the body. */
  line: number;
  /** Which part of the body, from 0: a paragraph, a heading, a list, a block. */
  part: number;
  /** What can be put right at once. */
  fix?: BodyFix;
}

/** A change of the body's text. */
export interface BodyFix {
  /** What it does, as a button says it. */
  label: string;
  /** Offsets in the body, in NFC. */
  start: number;
  end: number;
  /** What then stands there. */
  text: string;
}

interface JsxNode extends Parent {
  name: string | null;
  attributes: Attribute[];
}

interface Attribute extends Pick<Node, 'position'> {
  type: string;
  name: string;
  value?: unknown;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The tree of a body; throws what the MDX parser throws when the text cannot be read. */
export function parseBody(body: string): Parent {
  return parser.parse(body.normalize('NFC'));
}

let last: { text: string; tree: Parent } | undefined;

/**
 * The same tree for everybody who only looks at it; nobody may change it. Several rules look at one body after the
 * other, and parsing is what costs: the last tree is remembered.
 */
export function treeOf(body: string): Parent {
  const text = body.normalize('NFC');
  if (last?.text !== text) last = { text, tree: parseBody(text) };
  return last.tree;
}

/** Every node of a tree, parents first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of 'children' in node ? (node as Parent).children : []) yield* walk(child);
}

/** True when a body needs MDX: it holds at least one block. */
export function hasBlocks(tree: Parent): boolean {
  return [...walk(tree)].some((node) => node.type.startsWith('mdxJsx'));
}

/** What is not allowed in a body. `allowBlocks` is false where only plain text is wanted. */
export function checkBody(body: string): BodyProblem[] {
  let tree: Parent;
  try {
    tree = treeOf(body);
  } catch (error) {
    return [unreadable(body.normalize('NFC'), error)];
  }
  const text = body.normalize('NFC');
  const problems: BodyProblem[] = [];
  let depth = 1;
  const parts = tree.children.flatMap((child, part) =>
    [...walk(child)].map((node) => ({ node, part })),
  );
  for (const { node, part } of parts) {
    const line = node.position?.start.line ?? 1;
    const add: Add = (rule, message, fix) =>
      problems.push({ rule, message, line, part, ...(fix && { fix }) });
    if (node.type === 'mdxjsEsm') {
      add(
        'body-code',
        'Đoạn bắt đầu bằng “import” hoặc “export” bị hiểu là mã máy. Hãy xóa, hoặc để nguyên làm chữ.',
        firstAsWord(node, text),
      );
    } else if (node.type.endsWith('Expression')) {
      add(
        'body-code',
        'Đoạn trong ngoặc nhọn {…} bị hiểu là mã máy. Hãy xóa, hoặc để nguyên làm chữ.',
        firstAsWord(node, text),
      );
    } else if (node.type.startsWith('mdxJsx')) {
      checkBlock(node as JsxNode, text, add);
    } else if (node.type === 'heading') {
      depth = checkHeading(node as Heading, depth, text, add);
    } else if (node.type === 'link') {
      checkLink(node as Link, text, add);
    } else if (node.type === 'image') {
      checkImage(node as Image, add);
    } else if (isFootnote(node) && !problems.some(({ rule }) => rule === 'body-footnote')) {
      const inSentences = withoutFootnotes(
        text,
        parts.map((one) => one.node),
      );
      add(
        'body-footnote',
        `Chú thích chân trang “[^${node.label}]” không lên trang được. Hãy viết lời chú thích ngay trong câu, trong ngoặc.`,
        inSentences === undefined
          ? undefined
          : wholeText('Đưa lời chú thích vào câu', text, inSentences),
      );
    }
  }
  return problems;
}

type Add = (rule: string, message: string, fix?: BodyFix) => void;

/** Said by the button that leaves a mark where it is. */
const asWords = 'Giữ làm chữ';

function unreadable(text: string, error: unknown): BodyProblem {
  const place = (error as { place?: { line?: number; start?: { line: number } } }).place;
  const words = marksAsWords(text, parseBody);
  return {
    rule: 'body-syntax',
    line: words
      ? text.slice(0, words.first).split('\n').length
      : (place?.line ?? place?.start?.line ?? 1),
    part: 0,
    message:
      'Không đọc được chỗ này: dấu < hoặc { đứng riêng, hoặc một khung chưa đóng. Hãy xóa dấu ấy, hoặc để nguyên làm chữ.',
    ...(words && { fix: wholeText(asWords, text, words.text) }),
  };
}

/** Puts another text in the place of the whole. */
function wholeText(label: string, text: string, other: string): BodyFix {
  return { label, start: 0, end: text.length, text: other };
}

/** Leaves what begins with a mark as it is, for words. */
function firstAsWord(node: Node, text: string): BodyFix {
  const start = node.position?.start.offset ?? 0;
  return { label: asWords, start, end: start + 1, text: asWord(text.charAt(start)) };
}

/** Puts a text in the place of a part; without one, takes the part away. */
function replaced(label: string, { position }: Pick<Node, 'position'>, text = ''): BodyFix {
  return { label, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0, text };
}

/** The body's text between the marks of a node; empty where there is none. */
function textWithin({ children }: Parent, text: string): string {
  const start = children[0]?.position?.start.offset ?? 0;
  return text.slice(start, children.at(-1)?.position?.end.offset ?? start);
}

function checkBlock(node: JsxNode, text: string, add: Add): void {
  const known = Object.values(blocks).map(({ label }) => label);
  const block: Block | undefined = Object.hasOwn(blocks, node.name ?? '')
    ? blocks[node.name as keyof typeof blocks]
    : undefined;
  if (!block) {
    add(
      'body-block',
      `Không dùng được ký hiệu “<${node.name ?? ''}>”. Hãy bỏ ký hiệu và giữ chữ, hoặc dùng một khung: ${known.join(', ')}.`,
      replaced('Bỏ ký hiệu, giữ chữ', node, textWithin(node, text)),
    );
    return;
  }
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      const message = `Khung “${block.label}” có một ô không phải là chữ. Hãy bỏ ô ấy rồi điền lại.`;
      add('body-code', message, replaced('Bỏ ô ấy', attribute));
      continue;
    }
    seen.add(attribute.name);
    checkAttribute(block, { ...attribute, value: attribute.value }, add);
  }
  for (const [name, rule] of Object.entries(block.attributes)) {
    if (rule.required && !seen.has(name)) add('body-block', missing(block, rule));
    const needed = seen.has(name) ? block.attributes[rule.needs ?? ''] : undefined;
    if (needed && !needed.required && !seen.has(rule.needs!)) {
      add('body-block', missing(block, needed));
    }
  }
  if (block.table && !isOneTable(node)) {
    add('body-block', `Khung “${block.label}” chỉ gồm một bảng. Hãy chèn bảng vào khung.`);
  }
  if (block.list) checkBlockList(node, block.label, block.list, add);
}

/** Fewer items are no list that a frame of its own helps to read. */
const fewestItems = 2;

function checkBlockList(node: JsxNode, label: string, { ordered, lead }: BlockList, add: Add) {
  const [only, ...more] = node.children as Nodes[];
  const items = only?.type === 'list' && only.ordered === ordered ? only.children : [];
  if (more.length > 0 || items.length < fewestItems) {
    const kind = ordered ? 'số' : 'chấm';
    add('body-block', `Khung “${label}” chỉ gồm một danh sách ${kind}, ít nhất hai dòng.`);
  } else if (lead !== undefined && !items.every(beginsBold)) {
    add('body-block', `Khung “${label}”: mỗi dòng bắt đầu bằng ${lead} in đậm.`);
  }
}

function beginsBold({ children: [first] }: ListItem): boolean {
  return first?.type === 'paragraph' && first.children[0]?.type === 'strong';
}

function checkAttribute(block: Block, attribute: Attribute & { value: string }, add: Add) {
  const { name, value } = attribute;
  const rule = block.attributes[name];
  if (!rule) {
    const message = `Khung “${block.label}” không có ô “${name}”. Hãy bỏ ô ấy.`;
    add('body-block', message, replaced('Bỏ ô ấy', attribute));
  } else if (rule.required && value.trim() === '') {
    add('body-block', missing(block, rule));
  } else if (rule.options && !rule.options.some((option) => option.value === value)) {
    const allowed = rule.options.map((option) => option.label).join(', ');
    add(
      'body-block',
      `Khung “${block.label}”: “${value}” không hợp lệ. Hãy chọn một trong: ${allowed}.`,
    );
  } else if (rule.holds && !heldPatterns[rule.holds].test(value)) {
    add('body-block', `Khung “${block.label}”: “${rule.label}” ${wantedOf[rule.holds]}`);
  }
}

const wantedOf: Record<NonNullable<BlockAttribute['holds']>, string> = {
  picture: 'phải là ảnh trong thư viện. Hãy chọn ảnh.',
  address: 'phải là địa chỉ https://, hoặc đường dẫn trong trang bắt đầu bằng /.',
  entry: 'phải là một mục có trên trang. Hãy chọn trong danh sách.',
};

function isOneTable({ children: [only, ...more] }: JsxNode): boolean {
  return only?.type === 'table' && more.length === 0;
}

function missing(block: Block, { label }: BlockAttribute): string {
  return `Khung “${block.label}”: ô “${label}” còn trống. Hãy điền.`;
}

function checkHeading(node: Heading, previous: number, text: string, add: Add): number {
  const { depth } = node;
  const fixTo = (level: number): BodyFix | undefined => {
    const start = node.position?.start.offset ?? 0;
    if (!text.startsWith('#', start)) return undefined;
    const label = `Đổi thành đầu mục cấp ${level}`;
    return { label, start, end: start + depth, text: '#'.repeat(level) };
  };
  if (depth === 1) {
    const message = 'Đầu mục lớn nhất trong bài là cấp 2. Cấp 1 là tiêu đề bài.';
    add('body-heading', message, fixTo(2));
    return previous;
  }
  if (depth > previous + 1) {
    const level = previous + 1;
    const message = `Đầu mục nhảy từ cấp ${previous} xuống cấp ${depth}. Hãy dùng cấp ${level}.`;
    add('body-heading', message, fixTo(level));
  }
  return depth;
}

const linkPattern = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

function checkLink(node: Link, text: string, add: Add): void {
  if (linkPattern.test(node.url)) return;
  const inner = textWithin(node, text);
  const isHost = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(node.url);
  add(
    'body-link',
    `Đường dẫn “${node.url}” không dùng được. Hãy dùng địa chỉ https://, hoặc đường dẫn trong trang bắt đầu bằng /.`,
    isHost
      ? replaced('Thêm https:// vào trước', node, `[${inner}](https://${node.url})`)
      : replaced('Bỏ đường dẫn, giữ chữ', node, inner),
  );
}

function checkImage(node: Image, add: Add): void {
  if (!heldPatterns.picture.test(node.url)) {
    add(
      'body-image',
      `Ảnh “${node.url}” không nằm trong thư viện ảnh. Hãy tải ảnh lên rồi chèn lại.`,
      replaced('Bỏ ảnh này', node),
    );
  }
  if (!node.alt?.trim()) {
    add('body-image', 'Ảnh chưa có mô tả. Hãy tả ảnh cho thấy gì, hoặc ghi: trang trí.');
  }
}

/** The words below a node, white space folded: what is read when nothing is set. */
export function plainText(node: Node): string {
  const texts = [...walk(node)].flatMap((each) =>
    'value' in each && (each.type === 'text' || each.type === 'inlineCode')
      ? [String(each.value)]
      : [],
  );
  return texts.join('').replace(/\s+/g, ' ').trim();
}
