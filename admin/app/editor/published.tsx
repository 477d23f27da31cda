/** After a publication: where the page is. */
import { openDialog } from '../dialog.tsx';

/** Shows the address that the server answered, such as `/bai-viet/x/`. */
export async function showPublished(path: string): Promise<void> {
  const address = new URL(path, window.location.origin).href;
  await openDialog('Đã đăng lên trang', (close) => (
    <>
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={() => void navigator.clipboard.writeText(address)}>
          Chép địa chỉ
        </button>
        <button type="button" className="dialog-quiet" onClick={() => close()}>
          Xong
        </button>
      </div>
    </>
  ));
}
