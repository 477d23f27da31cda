import { startRealServer } from './tests/support/real-server.ts';
import { launchBrowser } from './tests/support/browser.ts';
const s = await startRealServer();
const b = await launchBrowser();
for (const w of [1366, 390]) {
const page = await (await b.newContext({ viewport: { width: w, height: 900 }, locale: 'vi' })).newPage();
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0,300)));
page.on('dialog', (d) => void d.accept());
await page.goto(`${s.site}/admin/`);
await page.getByLabel('Tên đăng nhập').fill('bientap'); await page.getByLabel('Mật khẩu').fill(s.passwords['bientap']!); await page.getByRole('button', { name: 'Đăng nhập' }).click();
await page.locator('.cms-header').waitFor();
await page.goto(`${s.site}/admin/#/collections/article/new`);
await page.getByLabel('Tiêu đề').first().waitFor(); await page.waitForTimeout(1500);
if (w===390) { const p = page.getByRole('button',{name:/Viết|Sửa/}).first(); }
await page.screenshot({ path: `/tmp/f-${w}-1.png` });
await page.locator('.form-group').last().scrollIntoViewIfNeeded(); await page.waitForTimeout(300);
await page.screenshot({ path: `/tmp/f-${w}-2.png` });
await page.keyboard.press('Control+s'); await page.waitForTimeout(1200);
await page.screenshot({ path: `/tmp/f-${w}-3.png` });
console.log(await page.evaluate(() => document.activeElement?.id));
await page.goto(`${s.site}/admin/#/collections/article/entries/khong-co-muc-nay`); await page.waitForTimeout(2500);
await page.screenshot({ path: `/tmp/f-${w}-4.png` });
}
await b.close(); await s.stop(); process.exit(0);
