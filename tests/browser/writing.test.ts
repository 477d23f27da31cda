/** What is typed into a body, in the real editor: what is saved says what was meant. */
import type { Link, List } from 'mdast';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parseBody, plainText, walk } from '#src/schema/body.ts';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { axeFindings, loadingBar } from '#tests/support/axe.ts';
import { BodyEditor, cursorIn } from '#tests/support/body-editor.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { commitFile, git, saved } from '#tests/support/newsroom.ts';
import { seed } from '#tests/support/seed.ts';
import { readOnPage, readingOf, typePart, typedParts } from '#tests/support/typed-parts.ts';

const slug = 'nam-cach-dua-nghi-quyet-den-ba-con';
const otherSlug = 'danh-gia-tuyen-truyen-bang-ket-qua';
const site = inject('site');

let browser: Browser;
let editor: BodyEditor;
let page: Page;
beforeAll(async () => {
  browser = await sharedBrowser();
  editor = await BodyEditor.logIn(browser, slug);
  ({ page } = editor);
});
afterAll(() => browser.close());

/** Given to look longer: `docs/writing.md`. */
const cases = Number(process.env['TYPING_CASES'] ?? 200);
/** Parts in one text: more, and the editor slows down. */
const inOneText = 200;

test(
  'whatever somebody types is read on the page as it was typed, and one word more is one line changed',
  { timeout: 180_000 + cases * 1500 },
  async () => {
    const faults: object[] = [];
    for (let at = 0; at < cases; at += inOneText) {
      const each = seed + at;
      const parts = typedParts(Math.min(inOneText, cases - at), each);
      await editor.startWriting();
      await page.keyboard.insertText('Mở đầu');
      await page.keyboard.press('Enter');
      await page.keyboard.type('## ');
      await page.keyboard.insertText('Hai');
      await page.keyboard.press('Enter');
      for (const part of parts) await typePart(page, part);
      await editor.save();

      const reader = await page.context().newPage();
      await reader.goto(`${site}/xem-truoc/muc/article/${slug}/`);
      await reader.locator('.prose').waitFor({ timeout: 120_000 });
      const read = (await readOnPage(reader, '.prose')).slice(2);
      await reader.close();
      for (const part of parts) {
        const wanted = readingOf(part);
        const got = read.splice(0, wanted.length);
        if (got.join('\n') !== wanted.join('\n')) faults.push({ each, part, wanted, got });
      }
      if (read.length > 0) faults.push({ each, read });

      const before = git('rev-parse', `cms/article/${slug}`).trim();
      await editor.openAnew();
      await editor.body.locator('p').first().click();
      await page.keyboard.press('End');
      await page.keyboard.insertText(' thêm');
      await editor.save();
      const changed = git('diff', '--numstat', before, `cms/article/${slug}`);
      if (!/^1\t1\t/.test(changed)) faults.push({ each, changed });
    }
    expect(faults, `SEED=${seed} TYPING_CASES=${cases}`).toEqual([]);
  },
);

test('a Vietnamese keyboard that takes letters back and gives others writes what was meant', async () => {
  await editor.startWriting();
  const session = await page.context().newCDPSession(page);
  // All by one way, which keeps their order.
  const send = (type: string, key: string, how: object) =>
    session.send('Input.dispatchKeyEvent', { type: type as 'keyDown', key, ...how });
  const give = (letter: string) => send('keyDown', letter, { text: letter });
  const takeBack = () => {
    const backspace = { code: 'Backspace', windowsVirtualKeyCode: 8 };
    return [send('rawKeyDown', 'Backspace', backspace), send('keyUp', 'Backspace', backspace)];
  };
  for (const lead of ['', '- ', '## ']) {
    await page.keyboard.type(lead);
    // As Unikey sends “ddieeu”: at once, without a composition.
    await Promise.all([
      ...[give('d'), ...takeBack(), give('đ'), give('i')],
      ...[give('e'), ...takeBack(), give('ê'), give('u')],
    ]);
    await page.keyboard.press('Enter');
    if (lead === '- ') await page.keyboard.press('Enter');
  }
  expect((await editor.save()).trim()).toBe('điêu\n\n- điêu\n\n## điêu');
});

test('of what is typed only lists and headings change their look', async () => {
  await editor.startWriting();
  const lines = ['2*3*4 = 24', '> 60 tuổi', 'ngày __ tháng __ năm', '2026. Năm mới', '--- hết ---'];
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('4. Việc thứ tư');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nhánh');
  const parts = parseBody(await editor.save()).children;
  expect(parts.map(plainText).slice(0, -1)).toEqual(lines);
  expect(parts.map(({ type }) => type)).toEqual([...lines.map(() => 'paragraph'), 'list']);
  const lists = [...walk(parts.at(-1)!)].filter((node) => node.type === 'list');
  expect(lists.map((list) => (list as List).start)).toEqual([4, 1]);
});

test('what is typed after a text was deleted whole is a paragraph, whatever that text began with', async () => {
  const entry = 'kinh-te-xanh-tuan-hoan';
  await editor.startWriting(entry);
  const kind = page.locator('.rich').getByRole('combobox').first();
  const beginnings: [begin: () => Promise<unknown>, last: string][] = [
    [() => page.keyboard.type('- '), 'Delete'],
    [() => page.keyboard.type('4. '), 'Control+x'],
    [() => page.keyboard.type('## '), 'Backspace'],
    [
      async () => {
        await kind.click();
        await page.getByRole('option', { name: 'Trích dẫn' }).click();
        await page.locator('.rich-text:focus').waitFor();
      },
      'Delete',
    ],
  ];
  for (const [begin, last] of beginnings) {
    await begin();
    await page.keyboard.type('Mở đầu');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Còn nữa');
    await page.keyboard.press('Control+a');
    await page.keyboard.press(last);
    await expect.poll(() => editor.body.innerHTML()).toMatch(/^<p[^>]*><br[^>]*><\/p>$/);
  }
  await page.keyboard.type('Bắt đầu lại.');
  expect((await editor.save(entry)).trim()).toBe('Bắt đầu lại.');
});

test('“/” in an empty line offers the blocks; one that needs a list comes with it', async () => {
  await editor.startWriting(otherSlug);
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('Mở đầu 1');
  await page.keyboard.press('/');
  await page.keyboard.insertText('2.');
  await page.keyboard.press('Enter');
  await cursorIn(editor.body.locator(':scope > p:last-child:not(:first-child)'));
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Các bước' }).click();
  const frame = page.locator('.block-frame');
  await frame.getByLabel('Việc gì').fill('Nộp hồ sơ');
  for (const [at, text] of ['Chuẩn bị giấy tờ.', 'Nộp ở phường.'].entries()) {
    await frame.locator('li').nth(at).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.insertText(text);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Nhận giấy hẹn.');
  expect((await editor.save(otherSlug)).trim()).toBe(
    [
      'Mở đầu 1/2.',
      '<Steps title="Nộp hồ sơ">',
      '  1. Chuẩn bị giấy tờ.\n  2. Nộp ở phường.\n  3. Nhận giấy hẹn.',
      '</Steps>',
    ]
      .join('\n\n')
      .replace('">\n\n', '">\n')
      .replace('\n\n</', '\n</'),
  );
});

test('a list that was deleted whole makes way for a table, saved while its cell is typed in', async () => {
  const entry = 'doi-ngoai-nhan-dan';
  await editor.startWriting(entry);
  await page.keyboard.type('- một');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'So sánh' }).click();
  const frame = page.locator('.block-frame');
  await frame.getByLabel('So sánh điều gì').fill('Nộp hồ sơ');
  const cells = frame.locator('th [contenteditable], td [contenteditable]');
  await cells.filter({ hasText: 'CẦN ĐIỀN' }).first().click();
  // A cell that was just made takes a moment before it listens.
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('Trước đây');
      return frame.locator('th, td').allInnerTexts();
    })
    .toContain('Trước đây');
  const text = (await editor.save(entry)).trim();
  await frame.getByRole('textbox', { name: 'Hàng 2, cột 1' }).waitFor();
  await frame.getByRole('button', { name: 'Bỏ khung So sánh' }).waitFor();
  expect(text).toMatch(/^<Comparison title="Nộp hồ sơ">\s+\| Trước đây +\|/);
});

test('the form with a block and a table is heard as it is seen, and a table grows from the keyboard', async () => {
  await page.getByRole('main').waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  const tools = page.getByRole('toolbar', { name: 'Định dạng nội dung' });
  await tools.getByRole('button', { name: 'Đậm', pressed: false }).waitFor();
  await page.getByRole('button', { name: 'Sửa hàng 2' }).waitFor();
  // The tools open under the keyboard's hand, and the cursor goes into the column that was added.
  await page.getByRole('button', { name: 'Sửa cột 2' }).press('Enter');
  await page.getByRole('dialog', { name: 'Sửa cột 2' }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('title')))
    .toBe('Canh trái');
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await page.getByRole('button', { name: 'Thêm cột bên phải' }).press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.ariaLabel))
    .toBe('Hàng 1, cột 3');
  await page.getByRole('button', { name: 'Thêm cột ở cuối' }).waitFor();
  // A field is told with its hint, its count and, when a save was refused, what is wrong with it.
  const summary = page.getByLabel('Tóm tắt');
  const described = () =>
    summary.evaluate((box) =>
      (box.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  await summary.fill('');
  await page.keyboard.press('Control+s');
  await expect.poll(described).toMatch(/còn trống.*còn 200 ký tự.*Một hoặc hai câu/);
});

test('the window of a link has a name, and so has every field in it', async () => {
  await editor.startWriting('dan-van-kheo');
  await page.keyboard.insertText('Xem trang này.');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  const link = page.getByRole('dialog', { name: 'Đường dẫn' });
  await link.getByRole('textbox', { name: 'Địa chỉ' }).waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await page.keyboard.press('Escape');
  await link.waitFor({ state: 'detached' });
});

test('Shift+Enter in a cell ends a line of that cell', async () => {
  await editor.startWriting();
  const row = (...cells: string[]) => `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  await editor.paste({ 'text/html': `<table>${row('Việc', 'Ai')}${row('Nộp', 'Bà con')}</table>` });
  const cell = page.getByRole('textbox', { name: 'Hàng 2, cột 1' });
  await cell.click();
  // A cell that was just made takes a moment before it listens.
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('Gửi');
      return cell.innerText();
    })
    .toBe('Gửi');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.insertText('Nhận');
  expect((await editor.save()).trim()).toBe('| Việc | Ai |\n| - | - |\n| Gửi; Nhận | Bà con |');
});

test('a body that cannot be read stands there as text, and is edited again once it is mended', async () => {
  const entry = 'dan-biet-dan-ban-dan-lam';
  const file = `content/articles/${entry}.mdx`;
  const { front } = splitEntryFile(git('show', `main:${file}`))!;
  const text = 'Lệ phí {100 nghìn đồng.\n\nTrẻ <3 tuổi được miễn.';
  commitFile(`cms/article/${entry}`, file, `---\n${front}---\n\n${text}\n`);
  await editor.openAnew(entry);
  const plain = page.locator('textarea.plain-text');
  expect((await plain.inputValue()).trim()).toBe(text);
  await page.getByText('sửa và lưu ngay ở đây được').waitFor();
  await page.getByRole('button', { name: 'Giữ làm chữ' }).click();
  await editor.body.locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' Nhớ nhé.');
  expect((await editor.save(entry)).trim()).toBe(
    'Lệ phí \\{100 nghìn đồng.\n\nTrẻ \\<3 tuổi được miễn. Nhớ nhé.',
  );
});

test('a footnote goes into its sentence with one click, and words between backticks stay as they are', async () => {
  const entry = 'giai-phong-mat-bang-chinh-trang-do-thi';
  const file = `content/articles/${entry}.mdx`;
  const { front } = splitEntryFile(git('show', `main:${file}`))!;
  const text = 'Gõ ``a`b`` và **`{x}` \\<đậm>**[^1].\n\n[^1]: Theo kế hoạch.';
  commitFile(`cms/article/${entry}`, file, `---\n${front}---\n\n${text}\n`);
  await editor.openAnew(entry);
  await page.getByText('Chú thích chân trang “[^1]” không lên trang được. Hãy viết').waitFor();
  await page.getByRole('button', { name: 'Đưa lời chú thích vào câu' }).click();
  await editor.body.locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Đã sửa.');
  expect((await editor.save(entry)).trim()).toBe(
    'Gõ ``a`b`` và **`{x}` \\<đậm>** (Theo kế hoạch). Đã sửa.',
  );
});

test('one word more is one line changed, and what nobody touched stays byte for byte', async () => {
  const entry = 'khu-dan-cu-xanh-tiet-kiem';
  const file = `content/articles/${entry}.mdx`;
  await editor.openAnew(entry);
  await editor.body.locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' Thêm.');
  await page.keyboard.press('Control+s');
  await saved(page);
  const changed = git('diff', '--numstat', 'main', `cms/article/${entry}`, '--', file);
  expect(changed.split('\t').slice(0, 2)).toEqual(['1', '1']);
});

test('a card of another entry is chosen by name, from the keyboard', async () => {
  await editor.startWriting('dan-van-kheo');
  await page.keyboard.insertText('Hỏi ai?');
  await page.keyboard.press('Control+Shift+k');
  expect(await page.getByLabel('Địa chỉ', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Mục trên trang' }).press('Enter');
  const frame = page.locator('.block-frame', { hasText: 'Mục trên trang' });
  await frame.getByLabel('Loại').selectOption({ label: 'Liên hệ đơn vị' });
  await frame.getByLabel('Mục nào').selectOption({ label: 'Ủy ban nhân dân phường' });
  expect(await frame.getByLabel('Tên hiện ra').inputValue()).toBe('Ủy ban nhân dân phường');
  expect((await editor.save('dan-van-kheo')).trim()).toBe(
    'Hỏi ai?\n\n<Entry type="unit" entry="uy-ban-nhan-dan" title="Ủy ban nhân dân phường" />',
  );
});

test('advice comes while somebody writes, and an official word is replaced with one click', async () => {
  await editor.startWriting('dan-chu-o-co-so');
  await page.keyboard.insertText('Trong trường hợp mất giấy, bà con báo phường.');
  const advice = page.locator('.body-advice');
  await advice.locator('summary').click();
  await advice.getByRole('button', { name: 'Đổi thành “Nếu”' }).click();
  await expect.poll(() => editor.body.innerText()).toBe('Nếu mất giấy, bà con báo phường.');
});

test('a list that begins at 4 does so when it is read again', async () => {
  await editor.startWriting();
  await page.keyboard.type('4. Việc thứ tư');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Việc thứ năm');
  expect((await editor.save()).trim()).toBe('4. Việc thứ tư\n5. Việc thứ năm');
  await page.reload();
  await editor.body.locator('ol[start="4"]').waitFor();
});

test('addresses that are typed are links, whole', async () => {
  await editor.startWriting();
  const addresses = [
    'https://vi-du.vn/a_b*c?x=1&y=2,3;4',
    'https://vi-du.vn/đường-dẫn',
    'www.vi-du.vn/a_(b)',
  ];
  for (const address of addresses) {
    await page.keyboard.insertText(`Xem ${address}, rồi làm.`);
    await page.keyboard.press('Enter');
  }
  const links = [...walk(parseBody(await editor.save()))].filter(({ type }) => type === 'link');
  expect(links.map(plainText)).toEqual(addresses);
  expect(links.map((link) => (link as Link).url)).toEqual(
    addresses.map((one) => (one.startsWith('www') ? `https://${one}` : one)),
  );
  // A browser may refuse to copy one.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await editor.body.locator('a').first().click();
  await page.getByRole('button', { name: 'Chép đường dẫn' }).click();
  await page.getByText('Trình duyệt không cho chép. Hãy bôi đen').waitFor();
});
