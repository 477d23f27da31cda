/** Git hosts as the CMS's back end, in place of the editorial server. */
import type { CMS } from 'decap-cms-core';
import { apiRoot, type BackendSetting, type Host, type HostName } from '../host.ts';
import type { Options } from './options.ts';

/** The setting of this site. A site that was built without one is served by the editorial server. */
export async function fetchBackendSetting(): Promise<BackendSetting> {
  const response = await fetch('/admin/backend.json', { cache: 'no-cache' });
  if (response.status === 404) return { name: 'server' };
  if (response.ok) return (await response.json()) as BackendSetting;
  throw new Error(`Máy chủ trả lời mã ${response.status}. Hãy tải lại trang sau ít phút.`);
}

/** Where the host shows the drafts' requests. */
export interface ReviewPlace {
  /** Such as `Forgejo`. */
  host: string;
  address: string;
}

/** The `backend` block of Decap's configuration; `pageOrigin` is where the CMS is open. */
export function decapBackend(host: Host, pageOrigin: string): Options {
  const { name, origin, repository, branch } = host;
  const shared = {
    name,
    repo: repository,
    branch,
    api_root: apiRoot(host),
    review_place: reviewPlace(host),
  };
  switch (name) {
    case 'github':
      return { ...shared, base_url: host.loginOrigin ?? pageOrigin, auth_endpoint: 'auth' };
    case 'gitlab':
      return { ...shared, base_url: origin, auth_type: 'pkce', app_id: host.appId };
    case 'forgejo':
      return { ...shared, app_id: host.appId };
  }
}

function reviewPlace({ name, origin, repository }: Host): ReviewPlace {
  const hosts = { github: 'GitHub', gitlab: 'GitLab', forgejo: 'Forgejo' };
  const list = name === 'gitlab' ? '-/merge_requests' : 'pulls';
  return { host: hosts[name], address: `${origin}/${repository}/${list}` };
}

/**
 * The collections without the buttons that write to `main` past a review: on a host, publishing is
 * merging the reviewed request there, and deleting would be a commit on `main`. And without Decap's
 * notes, which it would keep asking the host for: the request's own comments serve.
 */
export function behindHost(collections: readonly Options[]): Options[] {
  const editor = { notes: false };
  return collections.map((collection) => ({
    ...collection,
    publish: false,
    delete: false,
    editor,
  }));
}

/** Loads the back end of that host, which no other site's editors download, and registers it. */
export async function registerHost(cms: CMS, name: HostName): Promise<void> {
  cms.registerBackend(name, await backendClass(name));
}

async function backendClass(name: HostName) {
  switch (name) {
    case 'github':
      return (await import('decap-cms-backend-github')).GitHubBackend;
    case 'gitlab':
      return (await import('decap-cms-backend-gitlab')).GitLabBackend;
    case 'forgejo':
      return (await import('./forgejo.ts')).CarefulForgejo;
  }
}
