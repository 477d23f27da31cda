/** What the eye meets: first screens, sizes of type, rows of cards, room for larger text, paper. */
import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pageExamples } from '../../scripts/page-examples.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';

const site = inject('site');
const examples = await pageExamples('dist');
const pathOf = (wanted: string) => examples.find(([name]) => name === wanted)![1];
const [questionPath, articlePath] = [pathOf('question'), pathOf('article')];
const phone = { width: 360, height: 640 };

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

async function opened(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  return context.newPage();
}

/** Where the first element of this kind ends, in pixels from the top of the page. */
async function endOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}

/** Every entry of a section: its pages, without its lists. */
async function entriesOf(section: string): Promise<string[]> {
  const known = ['truc', 'trang', 'thang', 'don-vi', 'van-ban', 'danh-cho', 'chien-dich'];
  const folders = await readdir(`dist/${section}`, { withFileTypes: true });
  return folders
    .filter((folder) => folder.isDirectory() && !known.includes(folder.name))
    .map(({ name }) => `/${section}/${name}/`);
}

describe.concurrent('a phone’s first screen', () => {
  test.each([
    ['home', '/', '.entry .card-title'],
    ['hub', '/truc/chuyen-doi-so/', '.entry .card-title'],
    ['list of articles', '/bai-viet/', '.entry .card-title'],
    ['list of infographics', '/infographic/', '.entry .card-title'],
    ['list of questions', '/hoi-dap/', '.entry .card-title'],
    ['library', '/van-ban/', '.entry .card-title'],
    ['question', questionPath, '.key-points p'],
    ['search', '/tim-kiem/?q=chuyen+doi+so', '.results li a'],
  ])('of the %s has something to read', async (_name, path, selector) => {
    const page = await opened(phone);
    // The typeface shows where it is there at once, as on a second visit; this machine's own is wider.
    await page.goto(site + path);
    await page.evaluate(() => document.fonts.ready);
    await page.reload();
    await page.locator(selector).first().waitFor();
    expect(await endOf(page, selector)).toBeLessThanOrEqual(phone.height);
    await page.context().close();
  });

  test('of every article has its title, its summary and its first point', async () => {
    const page = await opened(phone);
    for (const path of await entriesOf('bai-viet')) {
      await page.goto(site + path);
      expect(await endOf(page, '.key-points li'), path).toBeLessThanOrEqual(phone.height);
    }
    await page.context().close();
  });

  test.each([
    ['an article', articlePath, ['h1', '.lead', '.byline', '.key-points li:last-child'], '.prose'],
    ['the home page', '/', ['h1', '.entry .card-title', '.hero-search button'], '#bay-truc'],
  ])(
    'of %s is in its form before the stylesheet is there, and stays where it is',
    async (_name, path, first, rest) => {
      const page = await opened(phone);
      const sheet = Promise.withResolvers<undefined>();
      await page.route('**/_astro/*.css', async (route) => {
        await sheet.promise;
        await route.continue();
      });
      await page.goto(site + path, { waitUntil: 'commit' });
      const ends = () => Promise.all(['.site-header', ...first].map((part) => endOf(page, part)));
      await page.locator(first.at(-1)!).waitFor();
      // A typeface that is there at once may still take the place of the phone's own.
      await page.waitForFunction(() =>
        [...document.fonts].every(({ status }) => status !== 'loading'),
      );
      const before = await ends();
      expect(await page.locator(rest).count()).toBe(0);
      sheet.resolve(undefined);
      await page.locator(rest).waitFor();
      expect(await ends()).toEqual(before);
      await page.context().close();
    },
  );

  test('of every infographic has what is drawn', async () => {
    const page = await opened(phone);
    for (const path of await entriesOf('infographic')) {
      await page.goto(site + path);
      expect(await endOf(page, '.infographic .drawn'), path).toBeLessThanOrEqual(phone.height);
    }
    await page.context().close();
  });
});

describe.concurrent.each(examples)('%s', (name, path) => {
  test('has no small text, no card alone in its row, room for larger spacing', async () => {
    const page = await opened(phone);
    await page.goto(site + path);
    expect(await page.evaluate(smallTexts)).toEqual([]);
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(cardsAlone), `at ${width} px`).toEqual([]);
    }
    await page.setViewportSize(phone);
    expect(await page.evaluate(lostWhenSpaced)).toEqual({ wide: 0, cut: [] });
    await page.context().close();
  });

  test('at 400 % and in forced colours: axe finds nothing, nothing is wider than the window', async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 256 },
      forcedColors: 'active',
    });
    const page = await context.newPage();
    await page.goto(site + path);
    // The colours are the system's own; axe reads the grounds that the page would have.
    const found = (await axeFindings(page)).filter(([rule]) => rule !== 'color-contrast');
    expect(found).toEqual([]);
    // The largest type that a reader can choose, in the widest spacing.
    const wide = await page.evaluate(() => {
      document.documentElement.className = 'text-larger text-spaced';
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });

  if (['article', 'infographic', 'question', 'document'].includes(name)) {
    test('is printed on two sheets at most', async () => {
      const page = await opened({ width: 1280, height: 900 });
      await page.goto(site + path);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(2);
      await page.context().close();
    });
  }
});

test('an article asks for a script only when a reader acts; then its address is copied, and paper carries the code that leads to it', async () => {
  const page = await opened({ width: 1280, height: 900 });
  const [path] = await entriesOf('bai-viet');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(site + path!, { waitUntil: 'networkidle' });
  expect(scripts).toEqual([]);

  await page.mouse.wheel(0, 20);
  await page.getByRole('button', { name: 'Sao chép địa chỉ' }).click();
  await page.getByText('Đã sao chép').waitFor();
  const [short] = /\/d\/\w{5}$/.exec((await page.locator('.paper-code').textContent())!)!;
  expect(await (await fetch(`${site}${short}/`)).text()).toContain(path);
  const code = page.waitForResponse(`**${short.replace('/d/', '/qr/')}.svg`);
  await page.pdf({ format: 'A4' });
  expect((await code).status()).toBe(200);
  await page.context().close();
});

describe.concurrent('a dark page', () => {
  test.each([
    '/',
    '/truc/chuyen-doi-so/',
    '/bai-viet/',
    '/infographic/ai-lam-viec-gi/',
    '/bai-viet/dich-vu-cong-truc-tuyen/',
    '/infographic/thong-diep-chuyen-doi-so/',
    '/infographic/tu-quan-ly-sang-phuc-vu/',
    '/tim-kiem/?q=chuyen+doi+so',
    '/nhan-dien/',
  ])('%s: axe finds nothing', async (path) => {
    const context = await browser.newContext({ viewport: phone, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(site + path);
    if (path.includes('?q=')) await page.locator('.results li a').first().waitFor();
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(23, 17, 15)');
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});

describe('what a reader chooses', () => {
  test('holds on every page from the first moment, and after a new visit', async () => {
    const page = await opened(phone);
    await page.goto(`${site}/cach-doc/`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Rất lớn').check();
    await page.getByLabel('Rộng').check();
    await page.getByLabel('Cao').check();
    await page.getByText('Đã ghi lựa chọn trên máy này.').waitFor();

    await page.goto(`${site}/bai-viet/dich-vu-cong-truc-tuyen/`, { waitUntil: 'commit' });
    await page.locator('h1').waitFor();
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(await size()).toBe('21px');
    await page.waitForLoadState('load');
    expect(await axeFindings(page)).toEqual([]);
    const { color, backgroundColor } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect([color, backgroundColor]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(phone.width);

    await page.goto(`${site}/cach-doc/`);
    expect(await page.getByLabel('Rất lớn').isChecked()).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('is told about where there is no JavaScript', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/cach-doc/`);
    expect(await page.locator('noscript p').innerText()).toContain('đang tắt JavaScript');
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.getByLabel('Rất lớn').isVisible()).toBe(false);
    await context.close();
  });
});

/** In the page: texts under 16 pixels, also in drawings, with their sizes. */
function smallTexts(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement!;
    const isSeen = parent.getClientRects().length > 0 && text.textContent!.trim() !== '';
    if (!isSeen || parent.closest('script, style, .unseen')) continue;
    const drawn = parent instanceof SVGElement ? parent.ownerSVGElement : null;
    const scale = drawn ? drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width : 1;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < 15.99) found.push(`${size}: ${text.textContent}`);
  }
  return found;
}

/** In the page: lists whose last row is one card that does not fill it. */
function cardsAlone(): string[] {
  return [...document.querySelectorAll('.cards')].flatMap((list) => {
    const cards = [...list.children].map((card) => card.getBoundingClientRect());
    const last = cards.at(-1)!;
    const inRow = cards.filter(({ top }) => Math.abs(top - last.top) < 2).length;
    const isWide = last.width > list.getBoundingClientRect().width * 0.9;
    return inRow === 1 && !isWide ? [list.textContent.trim().slice(0, 60)] : [];
  });
}

/** In the page: what is cut or too wide when text is spaced as WCAG 1.4.12 says. */
function lostWhenSpaced() {
  // A sheet of the page's own: its policy lets in no other style.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
  );
  document.adoptedStyleSheets = [sheet];
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const isCut =
      element.scrollHeight > element.clientHeight + 2 ||
      element.scrollWidth > element.clientWidth + 2;
    const isForEye = element.clientHeight > 1 && !element.matches('.unseen');
    return isForEye && isCut && getComputedStyle(element).overflow === 'hidden';
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return { wide: scrollWidth - clientWidth, cut: cut.map(({ className }) => className) };
}
