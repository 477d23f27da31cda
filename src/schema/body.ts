/** Rules of a body: MDX as data. Parses the text and names everything that is not allowed. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { blocks, type Block } from './blocks.ts';

export interface BodyProblem {
  rule: string;
  message: string;
  /** 1-based line within the body. */
  line: number;
}

interface JsxNode extends Parent {
  name: string | null;
  attributes: { type: string; name: string; value?: unknown }[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The tree of a body; throws what the MDX parser throws when the text cannot be read. */
export function parseBody(body: string): Parent {
  return parser.parse(body.normalize('NFC'));
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
    tree = parseBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
  const problems: BodyProblem[] = [];
  let depth = 1;
  for (const node of walk(tree)) {
    const line = node.position?.start.line ?? 1;
    const add = (rule: string, message: string) => problems.push({ rule, message, line });
    if (node.type === 'mdxjsEsm') {
      add(
        'body-code',
        'Có lệnh import hoặc export. Bài viết không chứa mã lệnh: hãy xóa dòng này.',
      );
    } else if (node.type.endsWith('Expression')) {
      add(
        'body-code',
        'Có đoạn trong ngoặc nhọn {…}. Bài viết không chứa mã lệnh: hãy xóa, hoặc ghi \\{ nếu cần dấu ngoặc nhọn.',
      );
    } else if (node.type.startsWith('mdxJsx')) {
      checkBlock(node as JsxNode, add);
    } else if (node.type === 'heading') {
      depth = checkHeading((node as Node & { depth: number }).depth, depth, add);
    } else if (node.type === 'link') {
      checkLink((node as Node & { url: string }).url, add);
    } else if (node.type === 'image') {
      checkImage(node as Node & { url: string; alt?: string | null }, add);
    }
  }
  return problems;
}

type Add = (rule: string, message: string) => void;

function unreadable(error: unknown): BodyProblem {
  const place = (error as { place?: { line?: number; start?: { line: number } } }).place;
  return {
    rule: 'body-syntax',
    line: place?.line ?? place?.start?.line ?? 1,
    message:
      'Không đọc được đoạn này: có dấu < hoặc { đứng riêng, hoặc một khung chưa đóng. Hãy ghi \\< hoặc \\{, hoặc đóng khung lại.',
  };
}

function checkBlock(node: JsxNode, add: Add): void {
  const known = Object.keys(blocks).join(', ');
  const block: Block | undefined = Object.hasOwn(blocks, node.name ?? '')
    ? blocks[node.name as keyof typeof blocks]
    : undefined;
  if (!block) {
    add(
      'body-block',
      `Không dùng được thẻ <${node.name ?? ''}>. Các khung có sẵn: ${known}. Hãy chọn một khung, hoặc ghi \\< nếu cần dấu nhỏ hơn.`,
    );
    return;
  }
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      add('body-code', `Khung ${node.name}: mỗi thuộc tính phải là chữ trong ngoặc kép.`);
      continue;
    }
    seen.add(attribute.name);
    checkAttribute(node.name ?? '', block, attribute.name, attribute.value, add);
  }
  for (const [name, rule] of Object.entries(block.attributes)) {
    if (rule.required && !seen.has(name)) {
      add('body-block', `Khung ${node.name} thiếu “${rule.label}” (${name}). Hãy điền.`);
    }
  }
}

function checkAttribute(blockName: string, block: Block, name: string, value: string, add: Add) {
  const rule = block.attributes[name];
  if (!rule) {
    add('body-block', `Khung ${blockName} không có thuộc tính “${name}”. Hãy xóa.`);
  } else if (rule.required && value.trim() === '') {
    add('body-block', `Khung ${blockName}: “${rule.label}” (${name}) còn trống. Hãy điền.`);
  } else if (rule.options && !rule.options.some((option) => option.value === value)) {
    const allowed = rule.options.map((option) => option.value).join(', ');
    add(
      'body-block',
      `Khung ${blockName}: “${value}” không hợp lệ. Hãy chọn một trong: ${allowed}.`,
    );
  } else if (rule.pattern && !rule.pattern.test(value)) {
    add('body-block', `Khung ${blockName}: “${rule.label}” phải là ảnh trong thư viện (/media/…).`);
  }
}

function checkHeading(level: number, previous: number, add: Add): number {
  if (level === 1) {
    add('body-heading', 'Đầu mục lớn nhất trong bài là cấp 2 (##). Cấp 1 là tiêu đề bài.');
    return previous;
  }
  if (level > previous + 1) {
    add(
      'body-heading',
      `Đầu mục nhảy từ cấp ${previous} xuống cấp ${level}. Hãy dùng cấp ${previous + 1}.`,
    );
  }
  return level;
}

function checkLink(url: string, add: Add): void {
  if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url)) {
    add(
      'body-link',
      `Đường dẫn “${url}” không dùng được. Hãy dùng địa chỉ https://, hoặc đường dẫn trong trang bắt đầu bằng /.`,
    );
  }
}

function checkImage(node: { url: string; alt?: string | null }, add: Add): void {
  if (!blocks.Figure.attributes.src.pattern.test(node.url)) {
    add(
      'body-image',
      `Ảnh “${node.url}” không nằm trong thư viện ảnh (/media/…). Hãy tải ảnh lên rồi chèn lại.`,
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
