/** One file of a folder as an article in the making: what it says, and what nobody may make up. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import mammoth from 'mammoth';
import { parse } from 'yaml';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { toSlug } from '#src/schema/slug.ts';
import { unfinished } from '#src/schema/unfinished.ts';
import { fromHtml, fromMarkdown, type Choices, type Converted } from '../foreign-text/body.ts';

export interface ReadArticle {
  title: string;
  /** Fields of the file's own front matter that an article has. */
  fields: Record<string, unknown>;
  body: string;
  /** Path in the repository → content. */
  pictures: Map<string, Buffer>;
  lost: string[];
}

/** Endings of the files that can be read. */
export const readable = ['.md', '.markdown', '.docx', '.html', '.htm'];

/** Word's styles that mean something here; the rest of its looks is left behind. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

function choicesFor(pictures: Choices['pictures'] = new Map(), ownTitle = ''): Choices {
  const takeTitle = ownTitle === '' ? true : { same: ownTitle };
  return { takeTitle, pictures, noDescription: `${unfinished} Mô tả ảnh` };
}

/** Reads a file; an error says in Vietnamese why it cannot be read. */
export async function readArticleFile(path: string): Promise<ReadArticle> {
  const ending = extname(path).toLowerCase();
  const name = basename(path, extname(path)).normalize('NFC');
  if (ending === '.docx') return readWord(path, name);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new Error('Tệp rỗng.');
  if (ending.startsWith('.htm')) return finish(fromHtml(text, choicesFor()), name);
  const parts = splitEntryFile(text);
  const fields = parts ? frontMatter(parts.front) : {};
  const choices = choicesFor(new Map(), titleOf(fields));
  return finish(fromMarkdown(parts?.body ?? text, choices), name, fields);
}

async function readWord(path: string, name: string): Promise<ReadArticle> {
  const pictures = new Map<string, Buffer>();
  const places = new Map<string, string>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }[
      image.contentType
    ];
    const key = `anh-${places.size + 1}`;
    if (ending === undefined) return { src: `${key} (${image.contentType})` };
    const content = await image.readAsBuffer();
    // Named by its content too: a picture of that name that is there already stays.
    const sum = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const file = `${toSlug(name).slice(0, 60) || 'anh'}-${sum}.${ending}`;
    places.set(key, `/media/${file}`);
    pictures.set(`content/media/${file}`, content);
    return { src: key };
  });
  const word = await mammoth
    .convertToHtml({ path }, { styleMap, convertImage, ignoreEmptyParagraphs: true })
    .catch((cause: unknown) => {
      throw new Error(
        'Không mở được tệp Word này. Hãy mở bằng Word, lưu lại dạng .docx rồi thử lại.',
        {
          cause,
        },
      );
    });
  return { ...finish(fromHtml(word.value, choicesFor(places)), name), pictures };
}

function finish(
  { title, body, lost, undescribed }: Converted,
  name: string,
  fields: Record<string, unknown> = {},
): ReadArticle {
  return {
    title: titleOf(fields) || (title ?? name),
    fields,
    body,
    pictures: new Map(),
    lost: [...lost, ...undescribed.map((path) => `mô tả của ảnh ${path}`)],
  };
}

/** The title in a file's own front matter; empty when there is none. */
function titleOf({ title }: Record<string, unknown>): string {
  return typeof title === 'string' ? title.trim() : '';
}

function frontMatter(text: string): Record<string, unknown> {
  try {
    return (parse(text) ?? {}) as Record<string, unknown>;
  } catch (cause) {
    throw new Error('Phần khai báo ở đầu tệp viết sai. Hãy xem lại dấu hai chấm và khoảng thụt.', {
      cause,
    });
  }
}
