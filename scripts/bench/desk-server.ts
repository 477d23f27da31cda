/**
 * The editorial server of `bench:desk` in a process of its own, so that its memory is told alone:
 * `node scripts/bench/desk-server.ts CHECKOUT [again]`. The first time it adds the people. It prints its address and
 * the passwords of those it added, as one line of JSON.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '#admin/server/app.ts';
import { runAside } from '#admin/server/git/aside.ts';
import { openServices } from '#admin/server/services.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';

const [, , checkout = '', again = ''] = process.argv;
const services = await openServices({
  dataDir: join(checkout, 'data'),
  checkout,
  allowedHosts: new Set(['127.0.0.1']),
  buildCommand: fakeBuild,
  run: runAside,
});
const app = await createApp(services);
process.once('SIGTERM', () => void app.close().then(() => process.exit()));
const people = [
  { login: 'soan', name: 'Người soạn', role: 'editor', axes: [] },
  { login: 'duyet', name: 'Người duyệt', role: 'approver', axes: [] },
] as const;
const passwords: Record<string, string> = {};
if (!again) {
  for (const user of people) passwords[user.login] = await services.accounts.add(user);
}
await services.publisher.refresh();
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;
console.log(JSON.stringify({ site: `http://127.0.0.1:${port}`, passwords }));
