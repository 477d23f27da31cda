/** A photo as a phone writes it: it lies on its side, and tells where it was taken. */
import sharp from 'sharp';

/** JPEG; the size is in pixels, before it is turned upright. */
export function photoOfAPhone(
  size: { width: number; height: number },
  background = '#a31515',
): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'Apple' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 0/1 5/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
