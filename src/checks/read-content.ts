import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';

/**
 * Reads `<root>/content` for `checkContent`: path in the repository → text. Pictures and other
 * files that are not text map to ''.
 */
export function readContent(root: string): Map<string, string> {
  const paths = filesOf(join(root, 'content'))
    .filter((path) => !/(?:^|\/)\.[^/]*$/.test(path))
    .map((path) => `content/${path}`)
    .sort();
  const textOf = (path: string) =>
    /\.(?:mdx?|ya?ml|json|txt)$/.test(path) ? readFileSync(join(root, path), 'utf8') : '';
  return new Map(paths.map((path) => [path, textOf(path)]));
}
