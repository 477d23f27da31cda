/** What a picture file loses when it becomes a still WebP picture, from its bytes. */

/** In words for whoever uploads it; nothing for a picture that stays as it is. */
export function lossOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAnimated(bytes, view)) return ['Ảnh động chỉ giữ được hình đầu tiên.'];
  if (isPrintJpeg(bytes, view)) {
    return [
      'Ảnh dùng màu in (CMYK) mà không kèm hồ sơ màu, nên màu có thể khác bản gốc. Hãy xem lại ảnh; nếu sai màu, lưu lại thành ảnh RGB rồi tải lên.',
    ];
  }
  return [];
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** WebP says so in the flags of its first chunk, PNG with a chunk before its first picture. */
function isAnimated(bytes: Uint8Array, view: DataView): boolean {
  if (text(bytes, 8, 8) === 'WEBPVP8X') return ((bytes[20] ?? 0) & 0x02) !== 0;
  if (text(bytes, 1, 3) !== 'PNG') return false;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = text(bytes, at + 4, 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

/** Four colours in the frame header of a JPEG, and no colour profile before it. */
function isPrintJpeg(bytes: Uint8Array, view: DataView): boolean {
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return false;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (marker === 0xe2 && text(bytes, at + 4, 11) === 'ICC_PROFILE') return false;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[at + 9] === 4;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
