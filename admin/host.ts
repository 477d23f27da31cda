/** Git hosts in place of the editorial server: what the CMS and the server both say of one. */

export type HostName = 'github' | 'gitlab' | 'forgejo';

/** A repository on a git host. Nothing here is secret: the browser reads it. */
export interface Host {
  name: HostName;
  /** Where the host is, such as `https://github.com`. */
  origin: string;
  /** `owner/name`; on GitLab with all its groups. */
  repository: string;
  branch: string;
  /** GitLab and Forgejo: id of the OAuth application, which is public. */
  appId?: string;
  /** GitHub: origin of the login helper when it is not the site's own. */
  loginOrigin?: string;
}

/** What `/admin/backend.json` says. */
export type BackendSetting = { name: 'server' } | Host;

/** Address under which the host answers its API, without a slash at the end. */
export function apiRoot({ name, origin }: Pick<Host, 'name' | 'origin'>): string {
  if (origin === 'https://github.com') return 'https://api.github.com';
  const paths: Record<HostName, string> = {
    github: '/api/v3',
    gitlab: '/api/v4',
    forgejo: '/api/v1',
  };
  return origin + paths[name];
}
