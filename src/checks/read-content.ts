import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Reads `<root>/content` for `checkContent`: path in the repository → text. Pictures and other
 * files that are not text map to ''.
 */
export async function readContent(root: string): Promise<Map<string, string>> {
  const listing = await readdir(join(root, 'content'), { recursive: true, withFileTypes: true });
  const files = listing
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .sort();
  const texts = await Promise.all(
    files.map(async (file) => {
      const path = relative(root, file).split(sep).join('/');
      const isText = /\.(?:mdx?|ya?ml|json|txt)$/.test(path);
      return [path, isText ? await readFile(file, 'utf8') : ''] as const;
    }),
  );
  return new Map(texts);
}
