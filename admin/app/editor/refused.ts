/** What a browser refuses without a word to whoever asked for it: a place on the clipboard, room for a copy. */
import { tell } from '../tell.ts';

/** Says it when a button could copy nothing: neither Decap nor MDXEditor does. */
export function tellRefusedCopies(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (!(reason instanceof DOMException) || reason.name !== 'NotAllowedError') return;
    tell('Trình duyệt không cho chép. Hãy bôi đen chữ cần chép rồi bấm Ctrl+C.', 'warning');
  });
}

/** Says it when the browser keeps no copy of what is typed; said again, it stands once. */
export function tellNoRoom(): void {
  tell(
    'Trình duyệt hết chỗ nên không giữ được bản viết dở. Hãy bấm Lưu ngay, và xóa bớt dữ liệu của trình duyệt.',
    'error',
  );
}
