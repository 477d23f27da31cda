/**
 * Stands in for Decap's list of entries, which shows a title and a day in half of the screen: what
 * waits for this person first, in columns, and narrowed to what is looked for.
 */
import { useMemo, useState } from 'react';
import { useSelector } from 'react-redux';
import type { List, Map } from 'immutable';
import { allTypes, type ContentType } from '#src/schema/index.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { draftFacts } from '../list/drafts.ts';
import { EntryList, EntryRow, useWanted } from '../list/entry-list.tsx';
import { atOnce, pageOf } from '../../list/page.ts';
import { rowOf, type DraftStatus, type ListedEntry, type Row } from '../../list/rows.ts';
import { useNames } from '../names.ts';

type Fields = Map<string, unknown>;
type Entry = Map<string, unknown>;

interface ListingProps {
  /** One collection, or those in which something was searched. */
  collections: Map<string, unknown> | List<Map<string, unknown>>;
  entries: List<Entry>;
  cursor: { actions?: { has: (action: string) => boolean } };
  handleCursorActions: (action: string) => void;
  getUnpublishedEntries: (collection: string) => Entry[];
  getWorkflowStatus: (collection: string, slug: string) => DraftStatus | null;
}

interface State {
  editorialWorkflow: Map<string, unknown>;
}

export default function EntryListing(props: ListingProps) {
  const { collections, entries, cursor, handleCursorActions, getUnpublishedEntries } = props;
  const names = useNames();
  const drafts = useSelector(({ editorialWorkflow }: State) => editorialWorkflow);
  const name = 'has' in collections ? (collections as Map<string, unknown>).get('name') : undefined;
  const type = allTypes.find((one) => one.name === name);
  const today = hanoiDay(new Date());
  const rows = useMemo(() => {
    const known = new Set(entries.map((entry) => entry.get('slug')));
    const fresh = type
      ? getUnpublishedEntries(type.name).filter((entry) => !known.has(entry.get('slug')))
      : [];
    return [...fresh, ...entries].map((entry) => rowFor(entry, type, drafts));
  }, [entries, drafts, type]);
  if (type) {
    const hasMore = cursor.actions?.has('append_next') ?? false;
    return (
      <LoadedList
        key={type.name}
        type={type}
        rows={rows.map(([row]) => row)}
        today={today}
        onMore={hasMore ? () => handleCursorActions('append_next') : undefined}
      />
    );
  }
  return (
    <div className="entry-list">
      <ul>
        {rows.map(([row, of]) => (
          <EntryRow key={row.key} row={row} type={of} names={names} today={today} />
        ))}
      </ul>
    </div>
  );
}

interface LoadedListProps {
  type: ContentType;
  rows: readonly Row[];
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
  /** Asks for more entries, where the back end sends them in parts. */
  onMore: (() => void) | undefined;
}

/** A list of which all rows are here: some are shown, and more when they are asked for. */
function LoadedList({ type, rows, today, onMore }: LoadedListProps) {
  const names = useNames();
  const [wanted, setWanted] = useWanted(type);
  const [count, setCount] = useState(atOnce);
  const page = pageOf(rows, { wanted, from: 0, count, today });
  const more = () => {
    setCount(count + atOnce);
    if (page.found <= count) onMore?.();
  };
  return (
    <EntryList
      type={type}
      names={names}
      page={page}
      wanted={wanted}
      onWanted={setWanted}
      today={today}
      onMore={page.found > count || onMore ? more : undefined}
    />
  );
}

/** The row of an entry, as its draft stands where it has one; and its type. */
function rowFor(
  entry: Entry,
  type: ContentType | undefined,
  drafts: Map<string, unknown>,
): [Row, ContentType] {
  const collection = type?.name ?? String(entry.get('collection'));
  const slug = String(entry.get('slug'));
  const draft = drafts.getIn(['entities', `${collection}.${slug}`]) as Entry | undefined;
  const listed: ListedEntry = {
    collection,
    slug,
    data: ((draft ?? entry).get('data') as Fields).toJS(),
    ...(draft && {
      draft: {
        status: draft.get('status') as DraftStatus,
        authors: (draft.get('author') as string | undefined) ?? '',
        facts: draftFacts(`${collection}/${slug}`),
      },
    }),
  };
  const of = type ?? allTypes.find(({ name }) => name === collection)!;
  return [rowOf(of, listed), of];
}
