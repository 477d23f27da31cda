/** An address of the CMS whose entry is not there: Decap would show an empty form as if it were published. */
import { useEffect } from 'react';
import type { ContentType } from '#src/schema/index.ts';
import { openDialog } from '../dialog.tsx';
import { reloadWithoutAsking } from '../navigation.ts';

/** Where somebody goes from there; `elsewhere` by herself, with the browser's own keys. */
type Way = 'list' | 'new' | 'elsewhere';

/** Says that there is no such entry, and leads on: to the list of its type, or to a new one. */
export async function showMissing(type: ContentType, slug: string): Promise<void> {
  const way = await openDialog<Way>('Không có mục này', (close) => (
    <Missing type={type} slug={slug} onWay={close} />
  ));
  if (way === 'elsewhere') return;
  const list = `#/collections/${type.name}`;
  window.history.replaceState(null, '', way === 'new' ? `${list}/new` : list);
  reloadWithoutAsking();
}

interface MissingProps {
  type: ContentType;
  slug: string;
  onWay: (way: Way) => void;
}

function Missing({ type, slug, onWay }: MissingProps) {
  const { one, many } = type.words;
  useEffect(() => {
    const leave = () => onWay('elsewhere');
    window.addEventListener('hashchange', leave);
    return () => window.removeEventListener('hashchange', leave);
  }, []);
  return (
    <>
      <p>
        Không có {one.toLowerCase()} nào mang mã “{slug}”. Có thể địa chỉ gõ nhầm, hoặc mục đã đổi
        mã hay đã xóa: trang <a href="/admin/da-dang/">Đã đăng</a> có các mục đã gỡ.
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={() => onWay('list')}>
          Xem danh sách {many.toLowerCase()}
        </button>
        {type.set === 'open' && (
          <button type="button" className="dialog-quiet" onClick={() => onWay('new')}>
            Viết {one.toLowerCase()} mới
          </button>
        )}
      </div>
    </>
  );
}
