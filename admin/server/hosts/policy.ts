/** What the CMS's page may reach when its back end is a git host. */
import { apiRoot, type Host } from '#admin/host.ts';
import { adminPolicy } from '../http/policies.ts';
import type { HostSettings } from './setting.ts';

/** GitHub shows whether it works, and faces, elsewhere than at its API. */
const gitHubStatus = 'https://www.githubstatus.com';
const gitHubFaces = 'https://avatars.githubusercontent.com';

/** The policy of the CMS's page: the server's own, and the host's addresses where there is one. */
export function cmsPolicy({ backend }: HostSettings) {
  if (backend.name === 'server') return adminPolicy;
  const { directives } = adminPolicy.contentSecurityPolicy;
  const { connect, images } = addressesOf(backend);
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...directives,
        'connect-src': [...(directives['connect-src'] ?? []), ...connect],
        'img-src': [...(directives['img-src'] ?? []), ...images],
      },
    },
    // The login window must be able to answer the page that opened it.
    ...(backend.name === 'github' && {
      crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' as const },
    }),
  };
}

function addressesOf(host: Host): { connect: string[]; images: string[] } {
  if (host.origin === 'https://github.com') {
    return { connect: [apiRoot(host), gitHubStatus], images: [gitHubFaces] };
  }
  return { connect: [host.origin], images: [host.origin] };
}
