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
import { useFoundNames } from '../names.ts';
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

  function setAll(next: Record<string, string>) {
    setValues(next);
    update({ attributes: attributesOf(inOrder(block, next)) });
  }

  function set(name: string, value: string) {
    // Of another type, that entry is none.
    const stale = block.attributes[name]?.options ? { entry: '', title: '' } : {};
    setAll({ ...values, ...stale, [name]: value });
  }

  return (
    <div className="block-frame">
      <p className="block-head">
        <strong>{block.label}</strong>
        <button type="button" aria-label={`Bỏ khung ${block.label}`} onClick={remove}>
          Bỏ khung
        </button>
      </p>
      {Object.entries(block.attributes).map(([name, attribute]) =>
        attribute.holds === 'entry' ? (
          <EntryInput key={name} label={attribute.label} values={values} onChoose={setAll} />
        ) : (
          <AttributeInput
            key={name}
            attribute={attribute}
            value={values[name] ?? ''}
            onChange={(value) => set(name, value)}
          />
        ),
      )}
      {block.children && (
        <NestedLexicalEditor<MdxJsxFlowElement>
          block
          contentEditableProps={{ 'aria-label': `Nội dung khung ${block.label}` }}
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
  return (
    <div className="block-attribute">
      <label htmlFor={id}>
        {attribute.label}
        {attribute.required ? '' : ' (không bắt buộc)'}
      </label>
      {attribute.options ? (
        <ChoiceInput id={id} options={attribute.options} value={value} onChange={onChange} />
      ) : (
        <TextInput id={id} attribute={attribute} value={value} onChange={onChange} />
      )}
    </div>
  );
}

interface InputProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
}

function TextInput({ id, attribute, value, onChange }: InputProps & { attribute: BlockAttribute }) {
  const pictures = useContext(PictureContext);
  const isPicture = attribute.holds === 'picture';
  return (
    <>
      {isPicture && value && <img src={pictures.addressOf(value)} alt="" />}
      <input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
      {isPicture && (
        <button type="button" onClick={() => void pictures.choose().then(onChange)}>
          Chọn ảnh
        </button>
      )}
    </>
  );
}

function ChoiceInput({
  id,
  options,
  value,
  onChange,
}: InputProps & { options: NonNullable<BlockAttribute['options']> }) {
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">Chọn…</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface EntryInputProps {
  label: string;
  values: Readonly<Record<string, string>>;
  /** The entry, and what it is called: what then shows, until somebody words it otherwise. */
  onChoose: (values: Record<string, string>) => void;
}

/** An entry of the chosen type, by its name. */
function EntryInput({ label, values, onChoose }: EntryInputProps) {
  const id = useId();
  const { type = '', entry = '' } = values;
  const [term, setTerm] = useState('');
  const { names, found } = useFoundNames(type, term, entry);
  const isUnknown = entry !== '' && !names.some(({ slug }) => slug === entry);
  return (
    <div className="block-attribute">
      {/* So many that only some are offered. */}
      {(found > names.length || term !== '') && (
        <label>
          Tìm theo tên
          <input type="search" value={term} onChange={({ target }) => setTerm(target.value)} />
        </label>
      )}
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={entry}
        disabled={type === ''}
        onChange={({ target }) => {
          const title = names.find(({ slug }) => slug === target.value)?.title ?? '';
          onChoose({ ...values, entry: target.value, title });
        }}
      >
        <option value="">{type === '' ? 'Chọn loại trước' : 'Chọn…'}</option>
        {isUnknown && <option value={entry}>{entry}</option>}
        {names.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function valuesOf(attributes: readonly MdxJsxAttribute[]): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ name, value }) => [name, typeof value === 'string' ? value : '']),
  );
}

/** The values as the schema lists them, so that one block is always written alike. */
function inOrder({ attributes }: Block, values: Record<string, string>): Record<string, string> {
  const known = Object.keys(attributes).map((name) => [name, values[name] ?? '']);
  return { ...Object.fromEntries(known), ...values } as Record<string, string>;
}

/** An empty attribute is left out, as the schema wants it. */
function attributesOf(values: Record<string, string>): MdxJsxAttribute[] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));
}
