/** The editor's toolbar: what a body may hold, and nothing else. */
import { useContext } from 'react';
import {
  BlockTypeSelect,
  BoldItalicUnderlineToggles,
  CreateLink,
  InsertTable,
  ListsToggle,
  Separator,
  UndoRedo,
  activeEditor$,
  insertJsx$,
  lexical,
  useCellValue,
  usePublisher,
} from '@mdxeditor/editor';
import { blocks, type BlockName } from '#src/schema/blocks.ts';
import { PictureContext } from './pictures.ts';

export function Toolbar() {
  return (
    <>
      <UndoRedo />
      <Separator />
      <BoldItalicUnderlineToggles options={['Bold', 'Italic']} />
      <ListsToggle options={['bullet', 'number']} />
      <Separator />
      <BlockTypeSelect />
      <CreateLink />
      <InsertTable />
      <Separator />
      {(Object.keys(blocks) as BlockName[]).map((name) => (
        <InsertBlock key={name} name={name} />
      ))}
    </>
  );
}

/** A button that puts an empty block into the text; a block with a picture asks for it first. */
function InsertBlock({ name }: { name: BlockName }) {
  const insert = usePublisher(insertJsx$);
  const editor = useCellValue(activeEditor$);
  const pictures = useContext(PictureContext);
  const block = blocks[name];

  async function add() {
    const props: Record<string, string> = {};
    if ('src' in block.attributes) props.src = await pictures.choose();
    editor?.update(moveToParagraphEnd, { discrete: true });
    insert({
      kind: 'flow',
      name,
      props,
      children: block.children ? [{ type: 'paragraph', children: [] }] : [],
    });
  }

  return (
    <button type="button" className="insert-block" title={block.hint} onClick={() => void add()}>
      {block.label}
    </button>
  );
}

/** A block goes below the paragraph in which the cursor stands, and does not cut it in two. */
function moveToParagraphEnd(): void {
  const paragraph = lexical.$getSelection()?.getNodes().at(-1)?.getTopLevelElement();
  if (lexical.$isElementNode(paragraph)) paragraph.selectEnd();
}
