import fc from 'fast-check';
import { createElement } from 'react';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawnHeight } from '#src/channels/pictures/measure.ts';
import { outlined } from '#src/channels/pictures/outlined.ts';
import { palettePng } from '#src/channels/pictures/palette-png.ts';
import { nodeOf, renderer } from '#src/channels/pictures/renderer.ts';
import { fitPicture } from '#src/channels/social/fit-picture.tsx';
import { pictureInput } from '#src/channels/social/input.ts';
import { layoutOf } from '#src/channels/social/layout.ts';
import { Picture } from '#src/channels/social/picture.tsx';
import { pictureFormats } from '#src/model/share-kit.ts';
import { kitContext, kitEntries } from './kit-fixtures.ts';

/** Pixels as a decoder reads them from a PNG: red, green, blue and opacity. */
const pixelsOf = (png: Buffer) => sharp(png).ensureAlpha().raw().toBuffer();

test('a picture of up to 256 colours is the same pixel by pixel', async () => {
  const part = fc.integer({ min: 0, max: 255 });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(part, part, part), { minLength: 1, maxLength: 256 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 400 }),
      async (colors, width, picked) => {
        const height = Math.ceil(picked.length / width);
        const pixels = Buffer.from(
          Array.from({ length: width * height }, (_, at) => {
            const [red, green, blue] = colors[picked[at % picked.length]! % colors.length]!;
            return [red, green, blue, 255];
          }).flat(),
        );
        const png = await palettePng(pixels, { width, height });
        expect(await sharp(png).metadata()).toMatchObject({ width, height, hasAlpha: false });
        expect(await pixelsOf(png)).toEqual(pixels);
      },
    ),
    { numRuns: 30 },
  );
});

test('nobody sees that pictures have few colours, and they weigh a third less', async () => {
  for (const entry of kitEntries.filter((_, index) => index % 8 === 0)) {
    const input = pictureInput(entry, kitContext);
    const size = layoutOf(pictureFormats[0]);
    const fitted = await fitPicture(input, size, drawnHeight);
    const picture = createElement(Picture, { ...fitted, picture: outlined(fitted.picture) });
    const node = await nodeOf(picture);
    const draw = async (format: 'raw' | 'png') =>
      (await renderer()).render(node, { width: size.width, height: size.height, format });
    const pixels = await draw('raw');
    const png = await palettePng(pixels, size);
    const shown = await pixelsOf(png);
    let others = 0;
    let farthest = 0;
    for (let at = 0; at < pixels.length; at += 1) {
      const distance = Math.abs(pixels[at]! - shown[at]!);
      if (distance > 0) others += 1;
      farthest = Math.max(farthest, distance);
    }
    // Pixels on edges, between two colours far from each other.
    expect(others / pixels.length, input.file).toBeLessThan(0.005);
    expect(farthest, input.file).toBeLessThanOrEqual(24);
    expect(png.length, input.file).toBeLessThan((await draw('png')).length * 0.75);
  }
});
