/** The rich editor of a body: MDXEditor with the blocks of the schema, in Vietnamese. */
import { useContext, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  MDXEditor,
  headingsPlugin,
  imagePlugin,
  jsxPlugin,
  linkDialogPlugin,
  linkPlugin,
  listsPlugin,
  quotePlugin,
  tablePlugin,
  thematicBreakPlugin,
  toolbarPlugin,
} from '@mdxeditor/editor';
import '@mdxeditor/editor/style.css';
import { checkBody } from '#src/schema/body.ts';
import { spelling } from '../../foreign-text/spelling.ts';
import { blockDescriptors } from './block.tsx';
import { lineBreaksPlugin, writeBreak } from './breaks.ts';
import { emptiedTextPlugin } from './emptied.ts';
import { sameMeaning } from './meaning.ts';
import { linksPlugin } from './links.tsx';
import { numberedListsPlugin } from './lists.ts';
import { nestedTextPlugin } from './nested.ts';
import { pastePlugin } from './paste.ts';
import { goThroughMenu, openMenuBySlash } from './block-menu.ts';
import { PictureContext } from './pictures.ts';
import { quotedTextPlugin } from './quotes.ts';
import { shortcutsPlugin } from './shortcuts.tsx';
import { nameCells } from './table-names.ts';
import { plainTablesPlugin } from './tables.ts';
import { Toolbar } from './toolbar.tsx';
import { unshownIn } from './unshown.ts';
import { keepUntouched } from './untouched.ts';
import { translate } from './words.ts';

interface RichEditorProps {
  /** The text to open with; later values are not looked at. */
  initial: string;
  onChange: (text: string) => void;
  /** Told, with the reason, when the text cannot be shown here without loss. */
  onUnreadable: (reason: string) => void;
}

export default function RichEditor({ initial, onChange, onUnreadable }: RichEditorProps) {
  const pictures = useContext(PictureContext);
  // The editor opens with a text once; what comes back as `initial` later is its own work.
  const [opened] = useState(initial);
  const [told, setTold] = useState('');
  const latest = useRef(pictures);
  useEffect(() => {
    latest.current = pictures;
  }, [pictures]);
  const [problem] = useState(() => readingProblem(opened));

  useEffect(() => {
    if (problem) onUnreadable(problem);
  }, [problem, onUnreadable]);

  const spelled = useRef(opened);

  /** The first text is the one the editor opened with, in its own spelling. */
  function change(text: string, opening: boolean) {
    if (!opening) onChange(keepUntouched(opened, spelled.current, asInFile(text)));
    else if (sameMeaning(opened, text)) spelled.current = asInFile(text);
    else onUnreadable('Trình soạn thảo chưa giữ được nguyên vẹn nội dung này.');
  }

  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => (frame.current ? nameCells(frame.current) : undefined), []);

  if (problem) return null;
  return (
    <div
      ref={frame}
      onKeyDownCapture={(event) => {
        refuseUnderline(event);
        openMenuBySlash(event);
        goThroughMenu(event);
      }}
    >
      <MDXEditor
        className="rich"
        contentEditableClassName="rich-text"
        markdown={opened}
        placeholder="Viết nội dung ở đây"
        onChange={change}
        onError={() => onUnreadable('Trình soạn thảo không đọc được nội dung này.')}
        toMarkdownOptions={{
          ...spelling,
          handlers: { ...spelling.handlers, break: writeBreak },
        }}
        translation={translate}
        plugins={[
          headingsPlugin({ allowedHeadingLevels: [2, 3] }),
          listsPlugin(),
          numberedListsPlugin(),
          quotePlugin(),
          quotedTextPlugin(),
          lineBreaksPlugin(),
          emptiedTextPlugin(),
          linkPlugin({ disableAutoLink: true }),
          linksPlugin(),
          linkDialogPlugin(),
          tablePlugin(),
          plainTablesPlugin(),
          thematicBreakPlugin(),
          // Before the pictures' own way to paste, which says nothing of what it leaves.
          pastePlugin({ add: (file) => latest.current.add(file), tell: setTold }),
          imagePlugin({
            disableImageResize: true,
            imagePreviewHandler: (path) => Promise.resolve(pictures.addressOf(path)),
          }),
          jsxPlugin({ jsxComponentDescriptors: blockDescriptors, allowFragment: false }),
          nestedTextPlugin(),
          shortcutsPlugin(),
          toolbarPlugin({ toolbarContents: Toolbar }),
        ]}
      />
      <p className="paste-told" role="status" hidden={told === ''}>
        {told}
      </p>
    </div>
  );
}

/** The text as it stands below the front matter: one empty line before it and between its parts. */
function asInFile(text: string): string {
  return `\n${text.trim().replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Why a body cannot be opened here; empty when it can. What is wrong with it stands below the text then. */
function readingProblem(body: string): string {
  const isInTheWay = checkBody(body).some(({ rule }) =>
    ['body-syntax', 'body-code', 'body-block', 'body-footnote'].includes(rule),
  );
  if (isInTheWay) return 'Trình soạn thảo chưa đọc được chỗ nêu ở dưới, nên hiện chữ nguyên dạng.';
  const unshown = unshownIn(body);
  return unshown.length > 0
    ? `Trình soạn thảo chưa hiện được ${unshown.join('; ')}, nên hiện chữ nguyên dạng.`
    : '';
}

/** Ctrl+U would underline, which a body cannot hold. */
function refuseUnderline(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'u' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
}
