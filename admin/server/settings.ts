/** The server's settings, from the environment. */
import { resolve } from 'node:path';

export interface Settings {
  dataDir: string;
  host: string;
  port: number;
  /** Address of the site, such as `https://example.vn`; the content's own setting when absent. */
  siteUrl?: string;
  /** Names under which the server may be reached, without ports. */
  allowedHosts: ReadonlySet<string>;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** True for a host name that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host) || host === '::1';
}

/** Reads DATA_DIR, HOST, PORT, SITE_URL and ALLOWED_HOSTS; throws naming the one that is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env['PORT'] || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT=${env['PORT']} không phải số cổng. Hãy đặt một số từ 1 đến 65535.`);
  }
  const siteUrl = env['SITE_URL'] || undefined;
  if (siteUrl && !/^https?:$/.test(URL.parse(siteUrl)?.protocol ?? '')) {
    throw new Error(`SITE_URL=${siteUrl} không phải địa chỉ trang. Ví dụ: https://phuong.example`);
  }
  const extraHosts = (env['ALLOWED_HOSTS'] ?? '').split(',').map((name) => name.trim());
  const siteHost = siteUrl ? [new URL(siteUrl).hostname] : [];
  return {
    dataDir: resolve(env['DATA_DIR'] || 'data'),
    host: env['HOST'] || '127.0.0.1',
    port,
    ...(siteUrl && { siteUrl }),
    allowedHosts: new Set([...loopback, ...siteHost, ...extraHosts].filter(Boolean)),
  };
}
