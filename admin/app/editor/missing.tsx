/** An address of the CMS whose entry is not there: Decap would show an empty form as if it were published. */
import type { ContentType } from '#src/schema/index.ts';
import { openDialog } from '../dialog.tsx';
import { reloadWithoutAsking } from '../navigation.ts';

/** Says that there is no such entry, and leads on: to the list of its type, or to a new one. */
export async function showMissing(type: ContentType, slug: string): Promise<void> {
  const { one, many } = type.words;
  const isNew = await openDialog<boolean>('Không có mục này', (close) => (
    <>
      <p>
        Không có {one.toLowerCase()} nào mang mã “{slug}”. Có thể địa chỉ gõ nhầm, hoặc mục đã đổi
        mã hay đã xóa: trang <a href="/admin/da-dang/">Đã đăng</a> có các mục đã gỡ.
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={() => close()}>
          Xem danh sách {many.toLowerCase()}
        </button>
        {type.set === 'open' && (
          <button type="button" className="dialog-quiet" onClick={() => close(true)}>
            Viết {one.toLowerCase()} mới
          </button>
        )}
      </div>
    </>
  ));
  const list = `#/collections/${type.name}`;
  window.history.replaceState(null, '', isNew ? `${list}/new` : list);
  reloadWithoutAsking();
}
