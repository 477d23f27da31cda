/**
 * Stands in for Decap's header: the site's name in place of its address, the server's own pages
 * beside the CMS's, a menu that fits a phone. There is no media library here: a picture belongs to
 * the entry that shows it and is uploaded there.
 */
import { useState } from 'react';
import type { Map } from 'immutable';
import { noticesAddress, pagesFor, type Somebody } from '../editor/account.ts';
import { useUnread } from '../editor/unread.ts';
import { usePageTitle } from '../page-title.ts';

interface HeaderProps {
  user: Somebody;
  collections: Map<string, Map<string, unknown>>;
  onCreateEntryClick: (collection: string) => void;
  onLogoutClick: () => void;
}

const boardAddress = '#/workflow';

const own = [
  {
    address: '#/collections/article',
    words: 'Soạn bài',
    isOpen: (hash: string) => hash.startsWith('#/collections'),
  },
  { address: boardAddress, words: 'Bảng', isOpen: (hash: string) => hash === boardAddress },
];

export default function Header(props: HeaderProps) {
  const { user, collections, onCreateEntryClick, onLogoutClick } = props;
  const [open, setOpen] = useState(false);
  const unread = useUnread(user.role !== undefined);
  const creatable = [...collections.values()].filter((collection) => collection.get('create'));
  const { hash } = window.location;
  usePageTitle(hash === boardAddress ? 'Bảng' : undefined);
  return (
    <header className="cms-header">
      {/* No link: the address after # is the page's own. */}
      <button type="button" className="skip" onClick={goToMain}>
        Đến nội dung chính
      </button>
      <p className="cms-name">
        <a href="/">Nghị quyết vào cuộc sống</a>
        <span> · Biên tập</span>
      </p>
      <button
        type="button"
        className="cms-menu-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Danh mục
      </button>
      <nav className="cms-menu" aria-label="Trang biên tập" data-open={open || undefined}>
        {own.map(({ address, words, isOpen }) => (
          <a key={address} href={address} aria-current={isOpen(hash) ? 'page' : undefined}>
            {words}
          </a>
        ))}
        {pagesFor(user).map(({ address, words }) => {
          const count = address === noticesAddress && unread > 0 ? ` (${unread})` : '';
          return (
            <a
              key={address}
              href={address}
              aria-label={count ? `${words}${count} chưa đọc` : undefined}
            >
              {words}
              {count}
            </a>
          );
        })}
        <select
          aria-label="Thêm mục mới"
          value=""
          onChange={(event) => onCreateEntryClick(event.target.value)}
        >
          <option value="">+ Thêm mới</option>
          {creatable.map((collection) => (
            <option key={String(collection.get('name'))} value={String(collection.get('name'))}>
              {String(collection.get('label_singular'))}
            </option>
          ))}
        </select>
        <span className="cms-who">{user.name ?? user.login}</span>
        <button type="button" onClick={onLogoutClick}>
          Đăng xuất
        </button>
      </nav>
    </header>
  );
}

function goToMain(): void {
  const main = document.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  main?.focus();
}
