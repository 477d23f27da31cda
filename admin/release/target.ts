/** Where releases go: one address a place, from the command line or from `RELEASE_TARGETS`. */

/** `address` is what was written: it holds no secret, and messages name the place by it. */
export type Target = { address: string } & (
  | { kind: 'folder'; dir: string }
  | { kind: 'ssh'; host: string; port: string | undefined; dir: string }
  | { kind: 'bucket'; bucket: string; prefix: string; endpoint: string | undefined; region: string }
);

const forms = `Có ba dạng:
  file:///srv/trang
  ssh://tên@máy[:cổng]/srv/trang
  s3://thùng[/thư-mục][?endpoint=https://…&region=…]`;

/** What needs no quotes in a remote shell, and begins like no option. */
const plainPath = /^(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/;
const plainHost = /^[A-Za-z0-9_][A-Za-z0-9._@-]*$/;

/** The places in a text, separated by white space. */
export function readTargets(text: string): Target[] {
  return text.split(/\s+/).filter(Boolean).map(readTarget);
}

/** One place; throws naming the part that is wrong, and repeats no secret. */
export function readTarget(address: string): Target {
  const url = URL.parse(address);
  const read = url && readers[url.protocol];
  if (!read) throw new Error(`“${withoutSecrets(address)}” không phải nơi nhận trang. ${forms}`);
  const refuse = (problem: string) => {
    throw new Error(`Nơi nhận ${withoutSecrets(address)}: ${problem}`);
  };
  if (url.password || (url.username && url.protocol !== 'ssh:')) {
    refuse('đừng để mật khẩu hay khóa trong địa chỉ. ssh dùng khóa của ssh, s3 dùng biến AWS_….');
  }
  if (url.hash) refuse('địa chỉ không có dấu #.');
  for (const name of url.searchParams.keys()) {
    if (url.protocol !== 's3:' || !['endpoint', 'region'].includes(name)) {
      refuse(`không có tham số “${name}”. ${forms}`);
    }
  }
  return { address, ...read(url, refuse) };
}

type Refuse = (problem: string) => void;
type Place = Target extends infer T ? (T extends Target ? Omit<T, 'address'> : never) : never;

const readers: Record<string, (url: URL, refuse: Refuse) => Place> = {
  'file:': (url, refuse) => {
    if (url.host) refuse('cần ba dấu gạch: file:///srv/trang.');
    const dir = decodeURIComponent(url.pathname).replace(/\/+$/, '');
    if (dir === '') refuse('thiếu thư mục, ví dụ: file:///srv/trang.');
    return { kind: 'folder', dir };
  },
  'ssh:': (url, refuse) => {
    const host = url.username ? `${url.username}@${url.hostname}` : url.hostname;
    const dir = url.pathname.replace(/\/+$/, '');
    if (!plainHost.test(host)) refuse('tên máy hoặc tên người dùng không đúng.');
    if (!plainPath.test(dir)) {
      refuse('thư mục chỉ gồm chữ không dấu, số và . _ -, ví dụ: ssh://trang@may-1/srv/trang.');
    }
    return { kind: 'ssh', host, port: url.port || undefined, dir };
  },
  's3:': (url, refuse) => {
    const endpoint = url.searchParams.get('endpoint') ?? undefined;
    const server = endpoint === undefined ? undefined : URL.parse(endpoint);
    if (!url.hostname) refuse('thiếu tên thùng, ví dụ: s3://trang-phuong.');
    if (endpoint !== undefined && !/^https?:$/.test(server?.protocol ?? '')) {
      refuse('endpoint phải là địa chỉ http:// hoặc https:// của máy chủ S3.');
    }
    if (server?.username || server?.password) {
      refuse('đừng để khóa trong endpoint. Hãy đặt AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.');
    }
    const folder = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
    return {
      kind: 'bucket',
      bucket: url.hostname,
      prefix: folder && `${folder}/`,
      endpoint,
      region: url.searchParams.get('region') ?? process.env['AWS_REGION'] ?? 'us-east-1',
    };
  },
};

/** An address that may be wrong, for a message: what stands before `@` or after `?` may be a secret. */
function withoutSecrets(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
}
