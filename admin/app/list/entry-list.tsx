/** A list of entries in sections: columns where there is room, cards on a phone. */
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import type { ContentType } from '#src/schema/index.ts';
import { axisColors } from '#src/styles/tokens.ts';
import type { Names } from '../names.ts';
import { Filters } from './filters.tsx';
import type { ListPage } from '../../list/page.ts';
import {
  nothingWanted,
  sections,
  standings,
  type Row,
  type Section,
  type Wanted,
} from '../../list/rows.ts';

interface EntryListProps {
  type: ContentType;
  names: Names;
  page: ListPage;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
  /** Asks for the next rows; absent when all are there. */
  onMore: (() => void) | undefined;
}

/** The rows that have come, in their sections. */
export function EntryList(props: EntryListProps) {
  const { type, names, page, wanted, onWanted, today, onMore } = props;
  const order = Object.keys(sections) as Section[];
  return (
    <Growing rows={page.rows} onMore={onMore}>
      <Filters type={type} names={names} used={page.used} wanted={wanted} onChange={onWanted} />
      <Count page={page} />
      {order.map((section) => {
        const rows = page.rows.filter((row) => row.section === section);
        return (
          rows.length > 0 && (
            <section key={section} data-section={section}>
              <h2>
                {sections[section]} ({shownNumber(page.counts[section])})
              </h2>
              <ul>
                {rows.map((row) => (
                  <EntryRow key={row.key} row={row} type={type} names={names} today={today} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Growing>
  );
}

/** Says how many there are, how many were found, and how many of them have come. */
function Count({ page: { rows, found, total } }: { page: ListPage }) {
  const words =
    found === total
      ? `${shownNumber(total)} mục`
      : `${shownNumber(found)} trong ${shownNumber(total)} mục`;
  return (
    <p className="list-count" role="status">
      {words}
      {rows.length < found && `, đang hiện ${shownNumber(rows.length)} mục đầu`}
    </p>
  );
}

const inVietnamese = new Intl.NumberFormat('vi');
export const shownNumber = (count: number) => inVietnamese.format(count);

interface GrowingProps {
  rows: readonly Row[];
  onMore: (() => void) | undefined;
  children: ReactNode;
}

/** A list to which more rows come: who asked for them goes on at the first new one. */
export function Growing({ rows, onMore, children }: GrowingProps) {
  const list = useRef<HTMLDivElement>(null);
  const awaited = useRef<number>(undefined);
  useEffect(() => {
    if (awaited.current === undefined || rows.length <= awaited.current) return;
    list.current?.querySelectorAll<HTMLElement>('.entry-row a')[awaited.current]?.focus();
    awaited.current = undefined;
  }, [rows]);
  return (
    <div className="entry-list" ref={list}>
      {children}
      {onMore && (
        <button
          type="button"
          className="list-more"
          onClick={() => {
            awaited.current = rows.length;
            onMore();
          }}
        >
          Xem thêm
        </button>
      )}
    </div>
  );
}

interface EntryRowProps {
  row: Row;
  type: ContentType;
  names: Names;
  today: string;
}

export function EntryRow({ row, type, names, today }: EntryRowProps) {
  const { title, address, standing, axis, unit, reviewDate, published, authors } = row;
  const order = names.axes.findIndex(({ slug }) => slug === axis) + 1;
  const isDue = reviewDate !== undefined && reviewDate <= today;
  const nameIn = (list: Names['axes'], slug: string | undefined) =>
    list.find((one) => one.slug === slug)?.title ?? slug;
  return (
    <li className="entry-row" style={axisColor(order)}>
      <div className="entry-name">
        <Thumbnail row={row} />
        <div>
          <a href={address}>{title}</a>
          {authors && <p>{authors} đang viết</p>}
        </div>
      </div>
      <p className={`standing standing-${standing}`}>{standings[standing]}</p>
      {'axis' in type.fields && <p className="entry-axis">{nameIn(names.axes, axis)}</p>}
      {'unit' in type.fields && (
        <p>
          <span className="phone-label">Đơn vị: </span>
          {nameIn(names.units, unit)}
        </p>
      )}
      {'published' in type.fields && (
        <p>
          {published && `Đăng ${dayWords(published)}`}
          {reviewDate && (
            <span className={isDue ? 'entry-review entry-due' : 'entry-review'}>
              {`${isDue ? 'Đến hạn rà soát' : 'Rà soát'} ${dayWords(reviewDate)}`}
            </span>
          )}
        </p>
      )}
    </li>
  );
}

/**
 * The picture that stands on the site, that of a draft while there is one, else what is drawn for the
 * entry: the first that there is.
 */
function Thumbnail({ row: { key: entry, picture, drawn } }: { row: Row }) {
  const [failed, setFailed] = useState(0);
  const name = picture?.slice(picture.lastIndexOf('/') + 1);
  const given = name ? ['dang', 'nhap'].map((at) => `/admin/duyet/${entry}/anh/${at}/${name}`) : [];
  const src = [...given, ...(drawn ? [drawn] : [])][failed];
  if (src === undefined) return null;
  return (
    <img
      src={src}
      alt=""
      loading="lazy"
      width="64"
      height="48"
      onError={() => setFailed(failed + 1)}
    />
  );
}

/** The colour of the axis with that place, 1 to 7; none for 0. */
function axisColor(order: number): CSSProperties {
  return { borderLeftColor: axisColors[order - 1]?.strong };
}

function dayWords(day: string): string {
  return day.split('-').reverse().join('/');
}

/** What the list of a type was narrowed to stays while the window is open. */
export function useWanted(type: ContentType): [Wanted, (wanted: Wanted) => void] {
  const key = `danh-sach-${type.name}`;
  const [wanted, setWanted] = useState<Wanted>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null
      ? nothingWanted
      : { ...nothingWanted, ...(JSON.parse(kept) as Partial<Wanted>) };
  });
  return [
    wanted,
    (next) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setWanted(next);
    },
  ];
}
