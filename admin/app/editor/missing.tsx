/** An address of the CMS whose entry is not there: Decap would show an empty form as if it were published. */
import { allTypes } from '#src/schema/index.ts';
import { openDialog } from '../dialog.tsx';
import { reloadWithoutAsking } from '../navigation.ts';

/** Says that there is no entry at a path in the repository, and leads on: to its list, or to a new one. */
export async function showMissing(path: string): Promise<void> {
  const [, folder, file = ''] = path.split('/');
  const type = allTypes.find((one) => one.folder === folder);
  if (!type) return;
  const { one, many } = type.words;
  const slug = file.replace(/\.\w+$/, '');
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
