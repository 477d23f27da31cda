/** What the bytes of a HEIC file say, the picture format of iPhones, without a decoder. */

/** Names in a file's first box that mean: pictures compressed as HEVC. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);

/** Whether a file is HEIC, whatever its name ends in. AVIF begins alike and has other brands. */
export function isHeic(bytes: Uint8Array): boolean {
  if (latin(bytes, 4, 8) !== 'ftyp') return false;
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (heicBrands.has(latin(bytes, at, at + 4))) return true;
  }
  return false;
}

/** Profiles stand in the description at the beginning, before any picture. */
const description = 64 * 1024;

/** How much of the eye's red is in the purest red of Display P3; in that of sRGB it is 0.436. */
const redOfDisplayP3 = 0.515;

/**
 * The colour space that the numbers of the picture are in: iPhones photograph in Display P3, and
 * read as sRGB their pictures would look faded.
 */
export function colourSpaceOf(bytes: Uint8Array): PredefinedColorSpace {
  const red = redOf(bytes.subarray(0, description));
  return red !== undefined && Math.abs(red - redOfDisplayP3) < 0.01 ? 'display-p3' : 'srgb';
}

/** X of the red of the first ICC profile (ICC.1:2022, 7.2 and 7.3: head, then a table of tags). */
function redOf(bytes: Uint8Array): number | undefined {
  const start = latin(bytes, 0, bytes.length).indexOf('acsp') - 36;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (at: number, length: number) => at >= 0 && at + length <= bytes.length;
  if (!has(start, 132)) return undefined;
  const end = start + 132 + 12 * view.getUint32(start + 128);
  for (let at = start + 132; at < end && has(at, 12); at += 12) {
    if (latin(bytes, at, at + 4) !== 'rXYZ') continue;
    const value = start + view.getUint32(at + 4) + 8;
    return has(value, 4) ? view.getInt32(value) / 65_536 : undefined;
  }
  return undefined;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (const byte of bytes.subarray(start, end)) text += String.fromCharCode(byte);
  return text;
}
