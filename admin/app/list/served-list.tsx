/** Lists that the editorial server narrows, sorts and searches: they come a page at a time. */
import { useEffect, useRef, useState } from 'react';
import { allTypes, type ContentType } from '#src/schema/index.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import type { Order } from '../../list/order.ts';
import type { FoundPage, ListPage } from '../../list/page.ts';
import type { Row } from '../../list/rows.ts';
import { useNames } from '../names.ts';
import { post } from '../server.ts';
import { EntryList, EntryRow, Growing, shownNumber, useWanted } from './entry-list.tsx';

export interface Sort {
  field: string;
  order: Order;
}

/** The list of a type. */
export function ServedList({ type, sort }: { type: ContentType; sort: Sort }) {
  const names = useNames();
  const [wanted, setWanted] = useWanted(type);
  const asked = { collection: type.name, wanted, sort };
  const { page, more, problem } = usePages(JSON.stringify(asked), (from) =>
    ask<ListPage>('listEntries', { ...asked, from }),
  );
  return (
    <>
      {problem}
      {page && (
        <EntryList
          type={type}
          names={names}
          page={page}
          wanted={wanted}
          onWanted={setWanted}
          today={hanoiDay(new Date())}
          onMore={more}
        />
      )}
    </>
  );
}

/** What a search in all types found. */
export function ServedSearch({ term }: { term: string }) {
  const names = useNames();
  const { page, more, problem } = usePages(term, (from) =>
    ask<FoundPage>('findEntries', { term, from }),
  );
  const today = hanoiDay(new Date());
  return (
    <>
      {problem}
      {page && (
        <Growing rows={page.rows} onMore={more}>
          <p className="list-count" role="status">
            {page.found === 0 ? 'Không có mục nào như vậy.' : `${shownNumber(page.found)} mục`}
            {page.rows.length < page.found &&
              `, đang hiện ${shownNumber(page.rows.length)} mục đầu`}
          </p>
          <ul>
            {page.rows.map((row) => (
              <EntryRow key={row.key} row={row} type={typeOf(row)} names={names} today={today} />
            ))}
          </ul>
        </Growing>
      )}
    </>
  );
}

function typeOf({ key }: Row): ContentType {
  const [name] = key.split('/');
  return allTypes.find((type) => type.name === name)!;
}

async function ask<P>(action: string, params: object): Promise<P> {
  return (await post('/api/v1', { action, params: { branch: 'main', ...params } })) as P;
}

/** Pages of an answer, put together as they come; it begins anew when the question is another. */
function usePages<P extends { rows: readonly Row[]; found: number }>(
  question: string,
  read: (from: number) => Promise<P>,
) {
  const [page, setPage] = useState<P>();
  const [error, setError] = useState<{ message: string; from: number }>();
  const latest = useRef(question);
  latest.current = question;
  const load = async (from: number) => {
    const outcome = await read(from).catch((failure: unknown) => failure as Error);
    // Somebody asked something else meanwhile.
    if (latest.current !== question) return;
    if (outcome instanceof Error) {
      setError({ message: outcome.message, from });
      return;
    }
    setError(undefined);
    setPage((before) =>
      from === 0 || !before ? outcome : { ...outcome, rows: joined(before.rows, outcome.rows) },
    );
  };
  useEffect(() => void load(0), [question]);
  useEffect(() => {
    if (!error) return undefined;
    const again = () => void load(error.from);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [error]);
  const length = page?.rows.length ?? 0;
  const problem = error ? (
    <p className="list-problem" role="alert">
      {error.message}
      <button type="button" onClick={() => void load(error.from)}>
        Thử lại
      </button>
    </p>
  ) : (
    !page && <p role="status">Đang đọc danh sách…</p>
  );
  return { page, problem, more: page && page.found > length ? () => void load(length) : undefined };
}

/** A row that moved down meanwhile comes twice: it stays where it was seen. */
function joined(before: readonly Row[], next: readonly Row[]): readonly Row[] {
  const known = new Set(before.map(({ key }) => key));
  return [...before, ...next.filter(({ key }) => !known.has(key))];
}
