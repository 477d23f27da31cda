/**
 * Stands in for Decap's sidebar: the types as a list where there is room and as one choice on a phone,
 * where Decap's list filled the first screen; and a search over all of them.
 */
import { useState } from 'react';
import type { Map } from 'immutable';
import { usePageTitle } from '../page-title.ts';

type Collection = Map<string, unknown>;

interface SidebarProps {
  collections: Map<string, Collection>;
  /** The one that is open; none while something is searched in all of them. */
  collection: Collection | false | undefined;
  searchTerm?: string;
}

export default function Sidebar({ collections, collection, searchTerm = '' }: SidebarProps) {
  const [typed, setTyped] = useState(searchTerm);
  const open = collection ? String(collection.get('name')) : undefined;
  const all = [...collections.values()].map((one) => ({
    name: String(one.get('name')),
    label: String(one.get('label')),
  }));
  usePageTitle(collection ? String(collection.get('label')) : `Tìm “${searchTerm}”`);
  return (
    <aside className="types" aria-label="Tìm và chọn loại">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const term = typed.trim();
          if (term) window.location.hash = `#/search/${encodeURIComponent(term)}`;
        }}
      >
        <input
          type="search"
          aria-label="Tìm trong mọi loại nội dung"
          placeholder="Tìm trong tất cả"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit">Tìm</button>
      </form>
      <nav className="types-list" aria-label="Loại nội dung">
        {all.map(({ name, label }) => (
          <a
            key={name}
            href={`#/collections/${name}`}
            aria-current={name === open ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <label className="types-choice">
        Loại nội dung
        <select
          value={open ?? ''}
          onChange={(event) => (window.location.hash = `#/collections/${event.target.value}`)}
        >
          {open === undefined && <option value="">Mọi loại</option>}
          {all.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </aside>
  );
}
