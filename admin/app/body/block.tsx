/** A block inside the rich editor: a frame with one input for each attribute, and its text. */
import { useContext, useId, useState } from 'react';
import {
  NestedLexicalEditor,
  useLexicalNodeRemove,
  useMdastNodeUpdater,
  type JsxComponentDescriptor,
  type JsxEditorProps,
} from '@mdxeditor/editor';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { blocks, type Block, type BlockAttribute, type BlockName } from '#src/schema/blocks.ts';
import { PictureContext } from './pictures.ts';

/** How MDXEditor shows each block of the schema. */
export const blockDescriptors: JsxComponentDescriptor[] = Object.entries<Block>(blocks).map(
  ([name, block]) => ({
    name,
    kind: 'flow',
    props: Object.entries(block.attributes).map(([attribute, { required }]) => ({
      name: attribute,
      type: 'string',
      required,
    })),
    hasChildren: block.children,
    Editor: BlockFrame,
  }),
);

function BlockFrame({ mdastNode }: JsxEditorProps) {
  const update = useMdastNodeUpdater();
  const remove = useLexicalNodeRemove();
  const [values, setValues] = useState(() => valuesOf(mdastNode.attributes as MdxJsxAttribute[]));
  const block: Block = blocks[mdastNode.name as BlockName];

  function set(name: string, value: string) {
    const next = { ...values, [name]: value };
    setValues(next);
    update({ attributes: attributesOf(next) });
  }

  return (
    <div className="block-frame">
      <p className="block-head">
        <strong>{block.label}</strong>
        <button type="button" onClick={remove}>
          Bỏ khung
        </button>
      </p>
      {Object.entries(block.attributes).map(([name, attribute]) => (
        <AttributeInput
          key={name}
          attribute={attribute}
          value={values[name] ?? ''}
          onChange={(value) => set(name, value)}
        />
      ))}
      {block.children && (
        <NestedLexicalEditor<MdxJsxFlowElement>
          block
          getContent={(node) => node.children}
          getUpdatedMdastNode={(node, children) => ({
            ...node,
            children: children as MdxJsxFlowElement['children'],
          })}
        />
      )}
    </div>
  );
}

interface AttributeInputProps {
  attribute: BlockAttribute;
  value: string;
  onChange: (value: string) => void;
}

function AttributeInput({ attribute, value, onChange }: AttributeInputProps) {
  const id = useId();
  const pictures = useContext(PictureContext);
  return (
    <div className="block-attribute">
      <label htmlFor={id}>
        {attribute.label}
        {attribute.required ? '' : ' (không bắt buộc)'}
      </label>
      {attribute.pattern && value && <img src={pictures.addressOf(value)} alt="" />}
      <input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
      {attribute.pattern && (
        <button type="button" onClick={() => void pictures.choose().then(onChange)}>
          Chọn ảnh
        </button>
      )}
    </div>
  );
}

function valuesOf(attributes: readonly MdxJsxAttribute[]): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ name, value }) => [name, typeof value === 'string' ? value : '']),
  );
}

/** An empty attribute is left out, as the schema wants it. */
function attributesOf(values: Record<string, string>): MdxJsxAttribute[] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));
}
