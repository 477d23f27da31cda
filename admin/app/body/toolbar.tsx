/** The editor's toolbar: what a body may hold, and nothing else. */
import { useContext } from 'react';
import {
  BlockTypeSelect,
  CreateLink,
  InsertTable,
  Separator,
  activeEditor$,
  insertJsx$,
  lexical,
  useCellValue,
  usePublisher,
} from '@mdxeditor/editor';
import type { ListItem, BlockContent, TableRow, Text } from 'mdast';
import { blocks, type Block, type BlockName } from '#src/schema/blocks.ts';
import { unfinished } from '#src/schema/unfinished.ts';
import { Emphasis, Lists, UndoRedo } from './format-buttons.tsx';
import { PictureContext } from './pictures.ts';

export function Toolbar() {
  return (
    <>
      <UndoRedo />
      <Separator />
      <Emphasis />
      <Lists />
      <Separator />
      <BlockTypeSelect />
      <CreateLink />
      <InsertTable />
      <Separator />
      <details className="insert-menu">
        <summary title="Ctrl+Shift+K, hoặc gõ / ở dòng trống">Thêm khung</summary>
        <ul>
          {(Object.keys(blocks) as BlockName[]).map((name) => (
            <InsertBlock key={name} name={name} />
          ))}
        </ul>
      </details>
    </>
  );
}

/** A button that puts an empty block into the text; a block with a picture asks for it first. */
function InsertBlock({ name }: { name: BlockName }) {
  const insert = usePublisher(insertJsx$);
  const editor = useCellValue(activeEditor$);
  const pictures = useContext(PictureContext);
  const block: Block = blocks[name];

  async function add(menu: Element | null) {
    menu?.removeAttribute('open');
    const props: Record<string, string> = {};
    if ('src' in block.attributes) props.src = await pictures.choose();
    editor?.update(moveToParagraphEnd, { discrete: true });
    insert({
      kind: 'flow',
      name,
      props,
      children: childrenOf(block),
    });
  }

  return (
    <li>
      <button
        type="button"
        className="insert-block"
        onClick={({ currentTarget }) => void add(currentTarget.closest('details'))}
      >
        {block.label}
        <small>{block.hint}</small>
      </button>
    </li>
  );
}

/** What stands in a new block: an empty paragraph, or the list that it needs, to be filled in. */
function childrenOf({ children, list, table }: Block): BlockContent[] {
  if (!children) return [];
  if (table) return [emptyTable()];
  if (!list) return [{ type: 'paragraph', children: [] }];
  const text: Text = { type: 'text', value: unfinished };
  const item: ListItem = {
    type: 'listItem',
    children: [
      { type: 'paragraph', children: [list.lead ? { type: 'strong', children: [text] } : text] },
    ],
  };
  return [
    { type: 'list', ordered: list.ordered, spread: false, children: [item, structuredClone(item)] },
  ];
}

/** Two sides of a thing, to be filled in. */
function emptyTable(): BlockContent {
  const row = (): TableRow => ({
    type: 'tableRow',
    children: [0, 1].map(() => ({
      type: 'tableCell',
      children: [{ type: 'text', value: unfinished }],
    })),
  });
  return { type: 'table', children: [row(), row()] };
}

/**
 * A block goes below the paragraph in which the cursor stands, and does not cut it in two. An empty
 * list or heading makes way for it.
 */
function moveToParagraphEnd(): void {
  const place = lexical.$getSelection()?.getNodes().at(-1)?.getTopLevelElement();
  if (!lexical.$isElementNode(place)) return;
  if (place.getTextContent() === '') place.replace(lexical.$createParagraphNode()).select();
  else place.selectEnd();
}
