/** Copies of photos as readers get them. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeCopy } from '#src/load/make-copy.ts';
import { copiesOf, type Copy } from '#src/load/photo-copies.ts';
import { photoOfAPhone } from '#tests/support/photo-of-a-phone.ts';

test.each(['avif', 'webp'] as const)(
  'a copy in %s stands upright, and tells nothing that the phone wrote',
  async (format) => {
    const original = await photoOfAPhone({ width: 800, height: 500 });
    expect(await sharp(original).metadata()).toMatchObject({
      orientation: 6,
      exif: expect.any(Buffer) as Buffer,
    });
    const copy = await makeCopy(original, { width: 400, format });
    const { width, height, orientation, exif, xmp, iptc, icc } = await sharp(copy).metadata();
    expect([width, height]).toEqual([400, 640]);
    expect([orientation, exif, xmp, iptc, icc]).toEqual(Array(5).fill(undefined));
  },
);

test('a photo whose end was lost is shown as far as it goes; what is no picture is not', async () => {
  const original = await photoOfAPhone({ width: 800, height: 500 });
  const copy = await makeCopy(original.subarray(0, original.length / 2), {
    width: 400,
    format: 'webp',
  });
  expect((await sharp(copy).metadata()).width).toBe(400);
  await expect(
    makeCopy(Buffer.from('không phải ảnh'), { width: 1, format: 'webp' }),
  ).rejects.toThrow();
});

const photo = { src: '/media/le-hoi.jpg', width: 1000, height: 750, digest: 'a' };
const widths = (copies: readonly Copy[]) => copies.map(({ width }) => width);

test.each([
  [4000, [400, 704, 1056, 1408], 1408],
  [1000, [400, 704], 1000],
  [90, [90], 90],
])('no copy of a photo %i pixels wide is larger than it', (width, several, single) => {
  const copies = copiesOf({ ...photo, width });
  expect(widths(copies.avif)).toEqual(several);
  expect(widths(copies.webp)).toEqual(several);
  expect(copies.single).toMatchObject({ width: single, format: 'webp' });
});

test('a copy has another address when the photo has other bytes, and one that every disk takes', () => {
  const address = (changes: object) => copiesOf({ ...photo, ...changes }).single.address;
  expect(address({})).toMatch(/^\/_astro\/le-hoi-1000\.[0-9a-f]{10}\.webp$/);
  expect(address({ digest: 'b' })).not.toBe(address({}));
  const long = address({ src: `/media/${'a'.repeat(250)}.jpg` });
  expect(long.length).toBeLessThan(150);
  // A line is a photo too.
  expect(copiesOf({ ...photo, height: 1 }).avif[0]!.height).toBe(1);
});
