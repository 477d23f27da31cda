/** The start of the server: opens the data folder, builds the site when it has to, and listens. */
import { resolve } from 'node:path';
import { createApp } from './app.ts';
import { runAside } from './git/aside.ts';
import { addFirstAccounts } from './accounts/first-accounts.ts';
import { openServices, type Services } from './services.ts';
import { isLoopback, readSettings } from './settings.ts';

/** Returns once the server listens; throws in Vietnamese when it cannot. */
export async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { host, port } = settings;
  const checkout = resolve(import.meta.dirname, '../..');
  const services = await openServices({ ...settings, checkout, run: runAside });
  const app = await createApp(services);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit()));
  }
  const { builder, watch } = services;
  if (builder.releases.length === 0) {
    console.log('Đang dựng trang lần đầu, xin chờ chừng nửa phút…');
    await services.serveFirst();
  }
  await app.listen({ host, port }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác.`);
  });
  const address = app.server.address();
  const realPort = typeof address === 'object' && address ? address.port : port;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const url = `http://${shownHost}:${realPort}`;
  for (const message of services.messages) console.log(message);
  console.log(`Trang:      ${url}/`);
  console.log(`Biên tập:   ${url}/admin/`);
  console.log(`Đăng nhập:  ${await loginHelp(services, isLoopback(host) && !settings.siteUrl)}`);
  services.start();
  if (builder.isWhole()) return;
  console.log('Hình và tệp tải về đang được làm tiếp…');
  await watch.check();
  if (builder.isWhole()) console.log('Trang đã đủ hình và tệp tải về.');
}

/** A machine of one's own gets its first accounts; a server's output is kept, and no password goes there. */
async function loginHelp({ accounts }: Services, isOwnMachine: boolean): Promise<string> {
  const added = isOwnMachine ? await addFirstAccounts(accounts) : [];
  if (added.length > 0) {
    const lines = added.map(({ login, password }) => `  ${login.padEnd(8)} ${password}`);
    return `mật khẩu chỉ hiện một lần này, hãy ghi lại\n${lines.join('\n')}`;
  }
  const command =
    'npm run account -- add <tên đăng nhập> --name "Họ và tên" --role editor|approver|admin';
  const hasAccounts = (await accounts.list()).length > 0;
  return hasAccounts
    ? 'bằng tài khoản đã có; quên mật khẩu: npm run account -- reset-password <tên đăng nhập>'
    : `chưa có tài khoản nào, hãy tạo bằng: ${command}`;
}
