/** The one setting that chooses the CMS's back end, and what each choice needs beside it. */
import type { BackendSetting, Host, HostName } from '#admin/host.ts';
import { isLoopback } from '../http/loopback.ts';

/** GitHub's OAuth application and where the token of a login may go. */
export interface GitHubLogin {
  host: Host;
  clientId: string;
  clientSecret: string;
  /** What the token may do, in GitHub's words. */
  scope: string;
  /** Origin of the page that asked: the token is handed to it alone. */
  siteOrigin: string;
  /** This server's own address to which GitHub leads back. */
  callback: string;
}

export interface HostSettings {
  backend: BackendSetting;
  /** Present when this server helps with GitHub's login. */
  gitHubLogin?: GitHubLogin;
}

type Env = Readonly<Record<string, string | undefined>>;

const homes: Record<HostName, string | undefined> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  forgejo: undefined,
};

const examples =
  'server, github:chu/kho, gitlab:nhom/kho, forgejo:https://git.phuong.example/chu/kho';

/** Reads CMS_BACKEND and the variables that belong to it; throws naming the one that is wrong. */
export function readHostSettings(env: Env): HostSettings {
  const text = env['CMS_BACKEND'] || 'server';
  if (text === 'server') return { backend: { name: 'server' } };
  const host = readHost(text, env);
  const loginOrigin = env['CMS_LOGIN_URL'] ? readOrigin('CMS_LOGIN_URL', env) : undefined;
  if (host.name === 'github') {
    const gitHubLogin = readGitHubLogin(host, loginOrigin, env);
    const backend = { ...host, ...(loginOrigin && { loginOrigin }) };
    return { backend, ...(gitHubLogin && { gitHubLogin }) };
  }
  const appId = env['CMS_APP_ID'];
  if (!appId) {
    throw new Error(
      `Thiếu CMS_APP_ID: mã ứng dụng OAuth (công khai) đã đăng ký trên ${host.origin}.`,
    );
  }
  return { backend: { ...host, appId } };
}

/** The repository that a text such as `github:owner/name` names; the branch is CMS_BRANCH. */
export function readHost(text: string, env: Env): Host {
  const match = /^(github|gitlab|forgejo):(?:(https?:\/\/[^/]+)\/)?([^:]+)$/.exec(text);
  const name = match?.[1] as HostName | undefined;
  const origin = match?.[2] ?? (name && homes[name]);
  const repository = match?.[3] ?? '';
  const isPath = /^\w[\w.-]*(?:\/\w[\w.-]*)+$/.test(repository);
  const depth = repository.split('/').length;
  if (!name || !origin || !isPath || (name !== 'gitlab' && depth !== 2)) {
    throw new Error(`CMS_BACKEND=${text} không đúng dạng. Ví dụ đúng: ${examples}`);
  }
  const branch = env['CMS_BRANCH'] || 'main';
  if (!/^\w[\w./-]*$/.test(branch)) {
    throw new Error(`CMS_BRANCH=${branch} không phải tên nhánh. Ví dụ: main`);
  }
  return { name, origin: checkedOrigin('CMS_BACKEND', origin), repository, branch };
}

function readGitHubLogin(
  host: Host,
  loginOrigin: string | undefined,
  env: Env,
): GitHubLogin | undefined {
  const clientId = env['GITHUB_CLIENT_ID'];
  const clientSecret = env['GITHUB_CLIENT_SECRET'];
  if (!clientId && !clientSecret && loginOrigin) return undefined;
  if (!clientId || !clientSecret) {
    throw new Error(
      'Đăng nhập bằng GitHub cần GITHUB_CLIENT_ID và GITHUB_CLIENT_SECRET, hoặc CMS_LOGIN_URL khi máy chủ khác lo việc đăng nhập.',
    );
  }
  const scope = env['GITHUB_SCOPE'] || 'repo';
  if (!['repo', 'public_repo'].includes(scope)) {
    throw new Error(`GITHUB_SCOPE=${scope} không dùng được. Hãy đặt repo hoặc public_repo.`);
  }
  if (!env['SITE_URL']) {
    throw new Error('Đăng nhập bằng GitHub cần SITE_URL: chỉ trang ở địa chỉ ấy được nhận mã.');
  }
  const siteOrigin = readOrigin('SITE_URL', env);
  const callback = `${loginOrigin ?? siteOrigin}/callback`;
  return { host, clientId, clientSecret, scope, siteOrigin, callback };
}

function readOrigin(variable: string, env: Env): string {
  return checkedOrigin(variable, env[variable] ?? '');
}

/** The origin of an address; tokens travel there, so it is encrypted or on this machine. */
function checkedOrigin(variable: string, address: string): string {
  const url = URL.parse(address);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) {
    return url.origin;
  }
  throw new Error(`${variable}: “${address}” phải là địa chỉ bắt đầu bằng https://`);
}
