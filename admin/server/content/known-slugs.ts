import { posix } from 'node:path';
import { types, type TypeName } from '#src/schema/index.ts';
import type { Drafts } from '../workflow/drafts.ts';

/** Says which of the slugs no published entry of the type bears, and which there are; nothing when all are borne. */
export async function unknownSlugs(
  drafts: Drafts,
  name: TypeName,
  slugs: readonly string[],
): Promise<string | undefined> {
  const { folder, extension, words } = types[name];
  const files = await drafts.git.files(await drafts.main(), `content/${folder}`);
  const known = files.map(({ path }) => posix.basename(path, `.${extension}`));
  const unknown = slugs.filter((slug) => !known.includes(slug));
  if (unknown.length === 0) return undefined;
  const named = unknown.map((slug) => `“${slug}”`).join(', ');
  return `không có ${words.one.toLowerCase()} nào mang mã ${named}. Hãy chọn một trong: ${known.join(', ')}.`;
}
