/**
 * `npm run shots -- OUT`: contact sheets of what `npm run build` made, to be looked at: a page of every
 * kind in the widths, colours and sizes in which people see it, the first screens of a phone, the
 * pictures for the channels and the posters.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveFolder } from '../tests/support/static-server.ts';
import { pageExamples } from './page-examples.ts';

/** A way to look at all pages. */
interface Look {
  name: string;
  options: BrowserContextOptions;
  /** Pages at their whole length, or what is seen at once. */
  fullPage: boolean;
  media?: 'print';
}

const phone = { width: 360, height: 640 };
const desk = { width: 1280, height: 900 };

const looks: readonly Look[] = [
  { name: 'first-screens-360', options: { viewport: phone }, fullPage: false },
  ...[320, 360, 768, 1280, 1920].map((width) => ({
    name: `light-${width}`,
    options: { viewport: { width, height: 900 } },
    fullPage: true,
  })),
  ...[phone, desk].map((viewport) => ({
    name: `dark-${viewport.width}`,
    options: { viewport, colorScheme: 'dark' as const },
    fullPage: true,
  })),
  ...[phone, desk].map((viewport) => ({
    name: `forced-colours-${viewport.width}`,
    options: { viewport, forcedColors: 'active' as const },
    fullPage: true,
  })),
  // Zoomed, a window of 1280 pixels is half or a quarter as wide for the page.
  ...[2, 4].map((zoom) => ({
    name: `zoom-${zoom}00`,
    options: {
      viewport: { width: desk.width / zoom, height: desk.height / zoom },
      deviceScaleFactor: zoom,
    },
    fullPage: false,
  })),
  // The width of A4 without its margins.
  {
    name: 'paper',
    options: { viewport: { width: 703, height: 1000 } },
    fullPage: true,
    media: 'print',
  },
];

/** Of the sheets, in pixels. */
const cell = { width: 300, height: 900, gap: 12 } as const;
const columns = 8;

const { positionals } = parseArgs({ allowPositionals: true });
const [out] = positionals;
if (out === undefined) {
  console.error('Hãy cho biết thư mục để ghi ảnh: npm run shots -- THƯ-MỤC');
  process.exit(1);
}
const root = resolve('dist');
await mkdir(out, { recursive: true });
const { site, stop } = await serveFolder(root);
const browser = await launchBrowser();
try {
  const pages = await pageExamples(root);
  for (const look of looks) await sheetOf(look.name, await seen(browser, look, pages));
  await sheetOf('posters', await posters(browser));
} finally {
  await browser.close();
  stop();
}
for (const folder of ['anh', 'anh-chia-se', 'hinh']) {
  await sheetOf(folder, await pictures(join(root, folder)));
}

async function seen(
  browser: Browser,
  { options, fullPage, media }: Look,
  pages: readonly [string, string][],
): Promise<Buffer[]> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (media) await page.emulateMedia({ media });
  const shots: Buffer[] = [];
  for (const [, path] of pages) {
    await page.goto(site + path);
    await allPictures(page);
    shots.push(await page.screenshot({ fullPage }));
  }
  await context.close();
  return shots;
}

/** Pictures far below are loaded when a reader comes near: here she comes at once. */
async function allPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    // A picture that the page does not show on this width cannot be decoded.
    await Promise.allSettled([...document.images].map((image) => image.decode()));
  });
}

async function posters(browser: Browser): Promise<Buffer[]> {
  const paths = await readdir(join(root, 'in'), { recursive: true });
  const sheets = paths.filter((path) => path.endsWith('/index.html')).toSorted();
  return seen(
    browser,
    { name: 'posters', options: { viewport: { width: 800, height: 1290 } }, fullPage: true },
    everyFew(sheets, 24).map((path) => [path, `/in/${path.replace('index.html', '')}`]),
  );
}

async function pictures(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const drawn = paths.filter((path) => /\.(?:png|svg)$/.test(path)).toSorted();
  return everyFew(drawn, 64).map((path) => join(folder, path));
}

/** At most so many, from the whole length of the list. */
function everyFew<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % step === 0);
}

/** Writes one sheet of pictures, each as wide as the other and cut where it is longer than a cell. */
async function sheetOf(name: string, shots: readonly (Buffer | string)[]): Promise<void> {
  const cells = await Promise.all(
    shots.map(async (shot) => {
      const image = sharp(shot).resize({ width: cell.width });
      const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
      const height = Math.min(info.height, cell.height);
      const input = await sharp(data)
        .extract({ left: 0, top: 0, width: cell.width, height })
        .toBuffer();
      return { input, height };
    }),
  );
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
  let top = 0;
  const placed = rows.flatMap((row) => {
    const at = top;
    top += Math.max(...row.map(({ height }) => height)) + cell.gap;
    return row.map(({ input }, index) => ({
      input,
      top: at,
      left: index * (cell.width + cell.gap),
    }));
  });
  const width = columns * (cell.width + cell.gap);
  const file = join(out!, `${name}.png`);
  await sharp({ create: { width, height: top, channels: 3, background: '#888888' } })
    .composite(placed)
    .png()
    .toFile(file);
  console.log(`${file}: ${cells.length}`);
}
