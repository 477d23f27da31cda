/** The server's settings, from the environment. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readHostSettings, type HostSettings } from './hosts/setting.ts';
import { loopbackNames } from './http/loopback.ts';
import { readNoticeSettings, type NoticeSettings } from './notices/settings.ts';
import type { RemoteSettings } from './git/remote.ts';
import { readTargets, type Target } from '../release/target.ts';

export { isLoopback } from './http/loopback.ts';

export interface Settings {
  dataDir: string;
  host: string;
  port: number;
  /** Address of the site, such as `https://example.vn`; the content's own setting when absent. */
  siteUrl?: string;
  /** Names under which the server may be reached, without ports. */
  allowedHosts: ReadonlySet<string>;
  /** Which back end the CMS has. */
  hosts: HostSettings;
  /** Addresses of the proxies whose word about the reader's address counts. */
  trustProxy: readonly string[];
  /** How far builds stand back behind editors, from 0 to 19. */
  buildNiceness?: number;
  /** Most bytes of memory that a build may take. */
  buildMemory?: number;
  /** Most bytes of one recording. */
  recordingLimit?: number;
  /** Mail and web hook. */
  notices: NoticeSettings;
  /** A second repository that receives every step. */
  gitRemote?: RemoteSettings;
  /** Other places that get each release. */
  releaseTargets?: readonly Target[];
}

/** Reads DATA_DIR, HOST, PORT, SITE_URL, ALLOWED_HOSTS, TRUST_PROXY …; throws naming the one that is wrong. */
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
    allowedHosts: new Set([...loopbackNames, ...siteHost, ...extraHosts].filter(Boolean)),
    hosts: readHostSettings(env),
    notices: readNoticeSettings(env),
    trustProxy: readTrustProxy(env['TRUST_PROXY'] ?? ''),
    ...(env['BUILD_NICENESS'] && { buildNiceness: readNiceness(env['BUILD_NICENESS']) }),
    ...(env['BUILD_MEMORY_MB'] && { buildMemory: readBuildMemory(env['BUILD_MEMORY_MB']) }),
    ...(env['RECORDING_LIMIT_MB'] && { recordingLimit: readMegabytes(env['RECORDING_LIMIT_MB']) }),
    ...(env['GIT_REMOTE'] && { gitRemote: readRemote(env['GIT_REMOTE'], env) }),
    ...(env['RELEASE_TARGETS'] && { releaseTargets: readTargets(env['RELEASE_TARGETS']) }),
  };
}

function readNiceness(text: string): number {
  const niceness = Number(text);
  if (Number.isInteger(niceness) && niceness >= 0 && niceness <= 19) return niceness;
  throw new Error(`BUILD_NICENESS=${text} không đúng. Hãy đặt một số nguyên từ 0 đến 19.`);
}

function readBuildMemory(text: string): number {
  const megabytes = Number(text);
  if (megabytes >= 300 && megabytes <= 1_000_000) return megabytes * 1024 * 1024;
  throw new Error(`BUILD_MEMORY_MB=${text} không đúng. Hãy đặt một số MB từ 300 trở lên.`);
}

function readMegabytes(text: string): number {
  const megabytes = Number(text);
  if (megabytes >= 1 && megabytes <= 10_000) return megabytes * 1024 * 1024;
  throw new Error(`RECORDING_LIMIT_MB=${text} không đúng. Hãy đặt một số MB từ 1 đến 10000.`);
}

function readRemote(url: string, env: NodeJS.ProcessEnv): RemoteSettings {
  const text = env['GIT_REMOTE_SECONDS'] || '60';
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= 86_400) return { url, seconds };
  throw new Error(`GIT_REMOTE_SECONDS=${text} không đúng. Hãy đặt một số giây từ 1 đến 86400.`);
}

/** `loopback`, addresses and networks; not everybody, who could then name any address. */
function readTrustProxy(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [address = '', bits] = part.split('/');
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    const isNetwork = bits === undefined || (/^\d+$/.test(bits) && +bits > 0 && +bits <= most);
    if (part === 'loopback' || (most > 0 && isNetwork)) return part;
    throw new Error(
      `TRUST_PROXY=${text} không đúng: “${part}” không phải địa chỉ máy. Ví dụ: loopback hoặc 10.0.0.5`,
    );
  });
}
