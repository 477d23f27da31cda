/**
 * The server as a program of its own, to be killed: `node fault-server.ts <data folder> <checkout>`.
 * As `npm start` starts it, but for the build, and it prints nothing but its port.
 */
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createApp } from '#admin/server/app.ts';
import { openServices } from '#admin/server/services.ts';
import { fakeBuild } from './fake-build.ts';

const [dataDir = '', checkout = ''] = process.argv.slice(2);
const services = await openServices({
  dataDir,
  checkout,
  allowedHosts: new Set(['127.0.0.1']),
  buildCommand: fakeBuild,
});
const app = await createApp(services);
if (services.builder.releases.length === 0) await services.publisher.refresh();
await app.listen({ host: '127.0.0.1', port: 0 });
services.start();
// A killed program writes no cache at its end.
flushCompileCache();
console.log(`port ${(app.server.address() as AddressInfo).port}`);
