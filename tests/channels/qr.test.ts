import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrDrawing, quietZone } from '#src/channels/qr/drawing.ts';
import { qrPng, qrSvg } from '#src/channels/qr/qr.ts';
import { shortAddress } from '#src/model/share-kit.ts';
import { kitContext, kitEntries } from './kit-fixtures.ts';
import { readQr } from './read-qr.ts';

const address = 'https://khuong-dinh.example/d/ab3cd/?k=qr';

test('the PNG decodes to the address and has about the side asked for', async () => {
  const png = qrPng(address, 1000);
  const { width, height, format } = await sharp(png).metadata();
  expect(format).toBe('png');
  expect(width).toBe(height);
  expect(Math.abs(width - 1000)).toBeLessThan(qrDrawing(address).modules);
  expect(await readQr(png)).toBe(address);
});

test('the code of every entry decodes to its own short address', async () => {
  const addresses = kitEntries.map((entry) => shortAddress(entry, kitContext.site).qr);
  expect(new Set(addresses).size).toBe(kitEntries.length);
  for (const one of addresses) expect(await readQr(qrPng(one, 246))).toBe(one);
});

test('the SVG decodes to the same address', async () => {
  expect(
    await readQr(
      await sharp(Buffer.from(qrSvg(address)))
        .resize(600)
        .png()
        .toBuffer(),
    ),
  ).toBe(address);
});

test('the quiet zone is clear on all sides', async () => {
  const { modules } = qrDrawing(address);
  const { data, info } = await sharp(qrPng(address, modules))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const [index, value] of data.entries()) {
    const [x, y] = [index % info.width, Math.floor(index / info.width)];
    const outside = [x, y].some((at) => at < quietZone || at >= modules - quietZone);
    if (outside) expect(value).toBe(255);
  }
});

test('a code that lost a part still reads', async () => {
  const { data, info } = await sharp(qrPng(address, 410))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A white patch over about a hundredth of the code, away from the corners.
  for (let y = 190; y < 230; y++)
    data.fill(255, (y * info.width + 190) * 4, (y * info.width + 230) * 4);
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
});

test('the same text gives the same bytes', () => {
  expect(qrPng(address, 1000).equals(qrPng(address, 1000))).toBe(true);
  expect(qrSvg(address)).toBe(qrSvg(address));
});
