/** The picture in a HEIC file. The decoder is loaded when somebody chooses such a file, not before. */
import type { Answer, Order } from './worker.ts';

const remedy =
  'Trên iPhone mở Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc lưu ảnh thành JPG.';

/**
 * Upright, at most `width` pixels wide, with its colours as they are meant.
 *
 * @throws in words for the editor, when there is no such picture in it.
 */
export async function decodeHeic(file: File, width: number): Promise<ImageBitmap> {
  const answer = await ask({ file, width });
  if ('picture' in answer) return answer.picture;
  throw new Error(wordsFor(answer, file.name.normalize('NFC')));
}

function ask(order: Order): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Answer>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    // It did not load, or the picture took more memory than there is.
    worker.onerror = ({ filename }) => resolve({ fault: filename ? 'unreadable' : 'no-decoder' });
  });
  worker.postMessage(order);
  return answer.finally(() => worker.terminate());
}

function wordsFor(answer: Exclude<Answer, { picture: ImageBitmap }>, name: string): string {
  switch (answer.fault) {
    case 'no-decoder':
      return `Chưa đổi được ảnh HEIC “${name}”: phần đọc ảnh không tải về được. Hãy kiểm tra mạng rồi chọn lại ảnh. ${remedy}`;
    case 'too-large':
      return `Ảnh “${name}” lớn quá: ${answer.width} × ${answer.height} điểm ảnh, nhiều nhất là 50 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi chọn lại.`;
    case 'unreadable':
      return `Không đọc được ảnh HEIC “${name}”. ${remedy}`;
  }
}
