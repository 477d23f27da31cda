/** An address of the CMS whose entry is not there or cannot be read: Decap would show an empty form in its place. */
import { useEffect } from 'react';
import type { ContentType } from '#src/schema/index.ts';
import { openDialog } from '../dialog.tsx';
import { reloadWithoutAsking } from '../navigation.ts';

/** Where somebody goes from there; `elsewhere` by herself, with the browser's own keys. */
type Way = 'list' | 'new' | 'review' | 'elsewhere';

/** Says that there is no such entry, and leads on: to the list of its type, or to a new one. */
export async function showMissing(type: ContentType, slug: string): Promise<void> {
  const way = await openDialog<Way>('Không có mục này', (close) => (
    <Missing type={type} slug={slug} onWay={close} />
  ));
  leave(type, slug, way);
}

let isAsking = false;

/** Says that the file of an entry cannot be read, and leads to its earlier versions; once, however often it is read. */
export async function showUnreadable(type: ContentType, slug: string): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  const way = await openDialog<Way>('Chưa mở được mục này', (close) => (
    <Unreadable type={type} slug={slug} onWay={close} />
  ));
  isAsking = false;
  leave(type, slug, way);
}

/** Leaves the form behind, whatever stands in it; to the list when a dialog was dismissed. */
function leave(type: ContentType, slug: string, way: Way = 'list'): void {
  if (way === 'elsewhere') return;
  const list = `#/collections/${type.name}`;
  const to =
    way === 'review' ? `/admin/duyet/${type.name}/${slug}/` : way === 'new' ? `${list}/new` : list;
  window.history.replaceState(null, '', to);
  reloadWithoutAsking();
}

interface Props {
  type: ContentType;
  slug: string;
  onWay: (way: Way) => void;
}

function Missing({ type, slug, onWay }: Props) {
  const { one, many } = type.words;
  useLeaving(onWay);
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

function Unreadable({ type, slug, onWay }: Props) {
  const { one, many } = type.words;
  useLeaving(onWay);
  return (
    <>
      <p>
        Phần thông tin của {one.toLowerCase()} “{slug}” được ghi sai trong kho nội dung, nên biểu
        mẫu chưa mở được. Chữ còn nguyên trong kho, không mất. Trang duyệt nêu chỗ sai và cho lấy
        lại một bản trước. Nếu chưa rõ, hãy báo người quản trị.
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={() => onWay('review')}>
          Mở trang duyệt
        </button>
        <button type="button" className="dialog-quiet" onClick={() => onWay('list')}>
          Xem danh sách {many.toLowerCase()}
        </button>
      </div>
    </>
  );
}

/** Whoever goes elsewhere by herself takes no question along. */
function useLeaving(onWay: Props['onWay']): void {
  useEffect(() => {
    const leaveQuietly = () => onWay('elsewhere');
    window.addEventListener('hashchange', leaveQuietly);
    return () => window.removeEventListener('hashchange', leaveQuietly);
  }, []);
}
