/** A built page moved below a prefix: its own root-relative addresses lead there too. */
import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data']);

/**
 * The page with every root-relative address below `prefix` (`/xem-truoc/<id>`). With `notice`, a bar
 * on top says what the reader looks at.
 */
export function moveBelow(page: string, prefix: string, notice?: string): string {
  const document = parse(page);
  walk(document, (element) => {
    for (const attribute of element.attrs) {
      attribute.value = moved(attribute.name, attribute.value, prefix);
    }
    if (element.tagName === 'head') addRobots(element);
    if (element.tagName === 'body' && notice) addNotice(element, notice);
  });
  return serialize(document);
}

function moved(name: string, value: string, prefix: string): string {
  if (addresses.has(name)) return isRootRelative(value) ? prefix + value : value;
  if (name === 'srcset') return value.replace(/(^|,\s*)\/(?!\/)/g, `$1${prefix}/`);
  // <meta http-equiv="refresh" content="0;url=/bai-viet/…/">
  if (name === 'content') return value.replace(/^(\d+;\s*url=)\/(?!\/)/i, `$1${prefix}/`);
  return value;
}

function isRootRelative(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}

function walk(node: Tree.Node, visit: (element: Tree.Element) => void): void {
  if ('attrs' in node) visit(node);
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) walk(child, visit);
}

function addRobots(head: Tree.Element): void {
  prepend(head, '<meta name="robots" content="noindex, nofollow">');
}

/**
 * In the browser's own yellow: the page's policy knows no style but its own. A part of the page with a name, as
 * everything beside the text is, for who goes from part to part.
 */
function addNotice(body: Tree.Element, notice: string): void {
  prepend(body, `<aside aria-label="Bản xem trước" class="wrap"><mark>${notice}</mark></aside>`);
}

/** `fragment` is our own text, never a person's. */
function prepend(parent: Tree.Element, fragment: string): void {
  const nodes = parseFragment(fragment).childNodes;
  for (const node of nodes) node.parentNode = parent;
  parent.childNodes.unshift(...nodes);
}
