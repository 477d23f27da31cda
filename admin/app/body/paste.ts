/**
 * What is pasted into a body or dropped on it, from Word, a page or a camera: only what a body may hold
 * comes in, its own pictures become pictures of the draft, and the editor is told what stayed behind.
 * Nothing is asked from another host.
 */
import {
  createActiveEditorSubscription$,
  insertMarkdown$,
  lexical,
  realmPlugin,
} from '@mdxeditor/editor';
import { plainText, parseBody } from '#src/schema/body.ts';
import type { Pictures } from './pictures.ts';

interface PasteTools extends Pick<Pictures, 'add'> {
  /** Shows a line of words to the editor; an empty one takes it away. */
  tell: (words: string) => void;
}

/** Lines that begin as an item of a list does. */
const listLine = /^\s*(?:[-–•·*●▪+]|\d{1,2}[.)])\s+\S/;

export const pastePlugin = realmPlugin<PasteTools>({
  init: (realm, tools) => {
    if (!tools) return;
    const take = (data: DataTransfer | null, editor: lexical.LexicalEditor): boolean => {
      const files = picturesIn(data);
      const html = data && htmlIn(data);
      if (!data || (files.length === 0 && html === '')) return false;
      const insert = (markdown: string) => realm.pub(insertMarkdown$, markdown);
      void comeIn(html ?? '', files, editor, insert, tools);
      return true;
    };
    realm.pub(createActiveEditorSubscription$, (editor) => {
      const endPaste = editor.registerCommand(
        lexical.PASTE_COMMAND,
        (event) => {
          const isTaken = 'clipboardData' in event && take(event.clipboardData, editor);
          if (isTaken) event.preventDefault();
          return isTaken;
        },
        lexical.COMMAND_PRIORITY_CRITICAL,
      );
      const endDrop = editor.registerCommand(
        lexical.DROP_COMMAND,
        (event) => {
          if (picturesIn(event.dataTransfer).length === 0) return false;
          event.preventDefault();
          return take(event.dataTransfer, editor);
        },
        lexical.COMMAND_PRIORITY_CRITICAL,
      );
      return () => {
        endPaste();
        endDrop();
      };
    });
  },
});

/** The text as HTML where it has more to it than words; text of the editor itself stays with it. */
function htmlIn(data: DataTransfer): string {
  if (data.types.includes('application/x-lexical-editor')) return '';
  const html = data.getData('text/html');
  if (html !== '') return html;
  const lines = data.getData('text/plain').split(/\r?\n/);
  if (lines.filter((line) => listLine.test(line)).length < 2) return '';
  return lines.map((line) => `<p>${asHtml(line)}</p>`).join('');
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Files alone: beside a text, programs put a picture of that text on the clipboard. */
function picturesIn(data: DataTransfer | null): File[] {
  if (!data || data.getData('text/plain').trim() !== '') return [];
  return [...data.files];
}

async function comeIn(
  html: string,
  files: readonly File[],
  editor: lexical.LexicalEditor,
  insert: (markdown: string) => void,
  { add, tell }: PasteTools,
): Promise<void> {
  tell('');
  // Half of its weight is a parser of HTML, wanted only when somebody pastes.
  const { readHtml } = await import('../../foreign-text/body.ts');
  const read = files.length > 0 ? undefined : readHtml(html);
  const pictures = new Map<string, string>();
  for (const [address, file] of read
    ? embedded(read.pictures)
    : files.map((file, at) => [`tep:${at}`, file] as const)) {
    const path = await add(file);
    if (path !== undefined) pictures.set(address, path);
  }
  const kept = [...pictures.keys()].map((key) => `<img src="${key}">`).join('');
  const { body, lost, undescribed } = (read ?? readHtml(kept)).convert({ pictures });
  if (body.trim() !== '') put(body, editor, insert);
  tell(wordsFor(lost, undescribed));
}

/** Pictures whose bytes stand in the text itself. */
function embedded(addresses: readonly string[]): (readonly [string, File])[] {
  return addresses.flatMap((address) => {
    const parts = /^data:(image\/([\w.-]+)[^,;]*);base64,(.+)$/i.exec(address);
    if (!parts) return [];
    const [, type, ending, text] = parts;
    const bytes = Uint8Array.from(atob(text!), (letter) => letter.charCodeAt(0));
    return [[address, new File([bytes], `anh.${ending}`, { type: type! })] as const];
  });
}

function put(
  body: string,
  editor: lexical.LexicalEditor,
  insert: (markdown: string) => void,
): void {
  if (!editor.getRootElement()?.closest('td, th')) {
    insert(body);
    return;
  }
  // A cell of a table has one line of words.
  editor.update(() => {
    const selection = lexical.$getSelection();
    selection?.insertText(parseBody(body).children.map(plainText).join(' '));
  });
}

function wordsFor(lost: readonly string[], undescribed: readonly string[]): string {
  const words = [];
  if (lost.length > 0) words.push(`Chưa giữ được khi dán: ${lost.join('; ')}.`);
  if (lost.some((one) => one.startsWith('ảnh'))) {
    words.push(
      'Muốn dùng ảnh nào, hãy lưu ảnh đó về máy (nếu phường được phép dùng) rồi kéo vào đây.',
    );
  }
  if (undescribed.length > 0) {
    words.push('Ảnh vừa dán chưa có mô tả: hãy tả ảnh cho thấy gì, ở ô dưới ảnh.');
  }
  return words.join(' ');
}
