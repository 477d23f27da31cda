/** Questions to a host's API. */
import { apiRoot, type Host } from '#admin/host.ts';

/** The JSON at a path below the API's root; `undefined` when there is nothing (404). */
export type Ask = (path: string) => Promise<unknown>;

/** The token is not good enough for a question. */
export class TokenRefused extends Error {}

/** Asks with this token, which is sent to the host alone. */
export function makeAsk(host: Host, token: string): Ask {
  const scheme = host.name === 'forgejo' ? 'token' : 'Bearer';
  return async (path) => {
    const address = apiRoot(host) + path;
    const response = await fetch(address, {
      headers: { Accept: 'application/json', Authorization: `${scheme} ${token}` },
      signal: AbortSignal.timeout(20_000),
    }).catch((cause: unknown) => {
      throw new Error(`Không kết nối được ${host.origin}.`, { cause });
    });
    if (response.status === 404) return undefined;
    if (response.status === 401 || response.status === 403) {
      throw new TokenRefused(`HOST_TOKEN không đủ quyền đọc ${address} (mã ${response.status}).`);
    }
    if (!response.ok) throw new Error(`${address} trả lời mã ${response.status}.`);
    return (await response.json()) as unknown;
  };
}

/** The answer on the repository itself: without it there is nothing to check. */
export function found({ origin, repository, branch }: Host, answer: unknown): unknown {
  if (answer !== undefined) return answer;
  throw new Error(`${origin} không có kho ${repository} với nhánh ${branch}, hoặc không cho xem.`);
}

/** Path of a repository's part in an API that takes `owner/name` as two parts. */
export function repositoryPath({ repository }: Host): string {
  return `/repos/${repository}`;
}
