/** The site's configuration for nginx 1.22 or later: `/etc/nginx/sites-available/nghi-quyet`. */
import { fileHeader, pageHeader } from '../admin/server/http/policies.ts';
import {
  caching,
  contentApi,
  downloadPaths,
  frontHeaders,
  hashedPaths,
  serverPaths,
  steadyPaths,
} from '../admin/server/http/serving.ts';
import { currentRelease, madeBy, type DeploySettings } from './settings.ts';

/**
 * nginx serves the current release by itself and passes on what only the editorial server answers: the
 * CMS, the API, previews, posters and archives that nobody has asked for yet, and built files of the
 * release before, whose pages are still open somewhere. A machine that serves the site alone has none of that.
 */
export function nginxConf(settings: DeploySettings): string {
  const isAlone = settings.siteDir !== undefined;
  const orServer = isAlone ? '=404' : '@server';
  return `${madeBy}

map $uri $nq_caching {
  default "${caching.other}";
  "~${hashedPaths}" "${caching.hashed}";
  "~${steadyPaths}" "${caching.steady}";
}
# A page says itself what it may load; here stands what only a header can say.
map $uri $nq_policy {
  default "${fileHeader}";
  "~\\.html$" "${pageHeader}";
}
map $request_uri $nq_readers {
  default "";
  "~^${contentApi}" "*";
}
${isAlone ? '' : logins}# The mark of the channel is counted; who read is nobody's business.
log_format nq '$time_iso8601 "$request" $status $body_bytes_sent $request_time';

${isAlone ? '' : upstream(settings)}${settings.plain ? '' : toTls(settings)}
server {
${listen(settings)}
  root ${currentRelease(settings)};
  access_log /var/log/nginx/nghi-quyet.log nq;
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types text/plain text/css text/xml application/javascript text/javascript application/json application/xml image/svg+xml;
  # The build has made them; where the module brotli_static is there, turn that on too.
  gzip_static on;
  gzip_vary on;
  error_page 404 /404.html;
  error_page 403 =404 /404.html;

  location / {
${headers}
    try_files $uri $uri/ =404;
  }
  location = /manifest.webmanifest {
    types { }
    default_type application/manifest+json;
${headers}
  }
  location ~ "/\\.(?!well-known(?:/|$))" {
    return 404;
  }
  location ~ "${hashedPaths}" {
${headers}
    try_files $uri ${orServer};
  }
  location ~ "${downloadPaths}" {
${headers}
    try_files $uri ${orServer};
  }
  location ^~ ${contentApi} {
${headers}
    try_files $uri $uri/ =404;
  }
${isAlone ? nothingElse : passedOn}}
`;
}

const logins = `# Passwords: twenty a minute from one address, on top of the editorial server's own limits.
limit_req_zone $binary_remote_addr zone=nq_login:1m rate=20r/m;
`;

function upstream({ port }: DeploySettings): string {
  return `upstream nq_server {
  server 127.0.0.1:${port};
  keepalive 8;
}
`;
}

function toTls({ host }: DeploySettings): string {
  return `
server {
  listen 80;
  listen [::]:80;
  server_name ${host};
  # What proves to the certificate's office that the name is ours; certbot writes it there.
  location ^~ /.well-known/acme-challenge/ {
    root /var/www/html;
  }
  location / {
    return 301 https://$host$request_uri;
  }
}
`;
}

function listen({ host, plain }: DeploySettings): string {
  if (plain) return `  listen ${plain};\n  server_name ${host};`;
  const certificate = `/etc/letsencrypt/live/${host}`;
  return `  listen 443 ssl http2;
  listen [::]:443 ssl http2;
  server_name ${host};
  ssl_certificate ${certificate}/fullchain.pem;
  ssl_certificate_key ${certificate}/privkey.pem;
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:nq_tls:2m;
  ssl_session_timeout 1d;`;
}

/** Said in each place: nginx takes none over from above once a place has its own. */
const headers = [
  ...Object.entries(frontHeaders).map(([name, value]) => [name, `"${value}"`] as const),
  ['Cache-Control', '$nq_caching'] as const,
  ['Content-Security-Policy', '$nq_policy'] as const,
  ['Access-Control-Allow-Origin', '$nq_readers'] as const,
]
  .map(([name, value]) => `    add_header ${name} ${value} always;`)
  .join('\n');

/** The address of the connection alone is believed: what a reader says about others is not passed on. */
const proxy = `    proxy_pass http://nq_server;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Request-Id $request_id;
    proxy_request_buffering off;
    proxy_read_timeout 300s;
    client_max_body_size 600m;`;

const passedOn = `  location = /api/login {
    limit_req zone=nq_login burst=10 nodelay;
    limit_req_status 429;
${proxy}
  }
  location ~ ^/(?:${serverPaths.join('|')})(?:/|$) {
${proxy}
  }
  location @server {
${proxy}
  }
`;

/** A release may hold the CMS's own files, which are of no use without its server. */
const nothingElse = `  location ~ ^/(?:${serverPaths.join('|')})(?:/|$) {
${headers}
    return 404;
  }
`;
