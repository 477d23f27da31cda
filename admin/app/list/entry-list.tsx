/** A list of entries in sections: columns where there is room, cards on a phone. */
import { useState, type CSSProperties } from 'react';
import type { ContentType } from '#src/schema/index.ts';
import { axisColors } from '#src/styles/tokens.ts';
import type { Names } from '../names.ts';
import { Filters } from './filters.tsx';
import {
  isWanted,
  nothingWanted,
  sections,
  standings,
  type Row,
  type Section,
  type Wanted,
} from './rows.ts';

interface EntryListProps {
  type: ContentType;
  names: Names;
  rows: readonly Row[];
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
  /** Asks for more entries, where the back end sends them in parts. */
  onMore: (() => void) | undefined;
}

/** So many rows at once: a browser draws them without a pause. */
const atOnce = 100;

export function EntryList({ type, names, rows, today, onMore }: EntryListProps) {
  const [wanted, setWanted] = useKept(`danh-sach-${type.name}`);
  const [shown, setShown] = useState(atOnce);
  const found = rows.filter((row) => isWanted(row, wanted, today));
  const order = Object.keys(sections) as Section[];
  const parts = order.map((section) => ({
    section,
    rows: found.filter((row) => row.section === section),
  }));
  let left = shown;
  return (
    <div className="entry-list">
      <Filters type={type} names={names} rows={rows} wanted={wanted} onChange={setWanted} />
      <p className="list-count" role="status">
        {found.length === rows.length
          ? `${rows.length} mục`
          : `${found.length} trong ${rows.length} mục`}
      </p>
      {parts.map((part) => {
        const now = part.rows.slice(0, Math.max(left, 0));
        left -= part.rows.length;
        return (
          now.length > 0 && (
            <section key={part.section} data-section={part.section}>
              <h2>
                {sections[part.section]} ({part.rows.length})
              </h2>
              <ul>
                {now.map((row) => (
                  <EntryRow key={row.key} row={row} type={type} names={names} today={today} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {(found.length > shown || onMore) && (
        <button
          type="button"
          className="list-more"
          onClick={() => {
            setShown(shown + atOnce);
            if (found.length <= shown) onMore?.();
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

/** What a list was narrowed to stays while the window is open. */
function useKept(key: string): [Wanted, (wanted: Wanted) => void] {
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
