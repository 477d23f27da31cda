import { entryAddress, entryBlock, typeOfBlock } from '#src/schema/entry-block.ts';

interface Props {
  type: string;
  entry: string;
  title: string;
  /** What the entry says of itself, where the page knows it. */
  summary?: string | undefined;
  /** Its address, where it has another one than its slug says. */
  address?: string | undefined;
}

/** Mục trên trang: a card that leads to another entry. */
export function EntryBlock({ type, entry, title, summary, address }: Props) {
  return (
    <div className="box lead-box">
      <p className="kicker">{typeOfBlock(type)?.words.one}</p>
      <p>
        <a href={address ?? entryAddress(entryBlock, { type, entry })}>{title}</a>
      </p>
      {summary && <p>{summary}</p>}
    </div>
  );
}
