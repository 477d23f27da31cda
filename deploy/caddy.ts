/** The site's configuration for Caddy 2.6 or later, which gets its certificates by itself. */
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

/** As `nginxConf`, for Caddy. Limits on the login are the editorial server's own. */
export function caddyfile(settings: DeploySettings): string {
  const paths = serverPaths.flatMap((name) => [`/${name}`, `/${name}/*`]);
  const isAlone = settings.siteDir !== undefined;
  const server = isAlone ? 'error 404' : `reverse_proxy 127.0.0.1:${settings.port}`;
  return `${madeBy}

(nq_headers) {
	header {
${Object.entries(frontHeaders)
  .map(([name, value]) => `\t\t${name} "${value}"`)
  .join('\n')}
	}
	@hashed path_regexp ${hashedPaths}
	header @hashed Cache-Control "${caching.hashed}"
	@steady path_regexp ${steadyPaths}
	header @steady Cache-Control "${caching.steady}"
	@other {
		not path_regexp ${hashedPaths}
		not path_regexp ${steadyPaths}
	}
	header @other Cache-Control "${caching.other}"
	# A page says itself what it may load; here stands what only a header can say.
	@page path_regexp (/|\\.html)$
	header @page Content-Security-Policy "${pageHeader}"
	@file not path_regexp (/|\\.html)$
	header @file Content-Security-Policy "${fileHeader}"
	@manifest path /manifest.webmanifest
	header @manifest Content-Type application/manifest+json
	@readers path ${contentApi}*
	header @readers Access-Control-Allow-Origin *
}

${settings.plain ? `http://${settings.plain}` : settings.host} {
	root * ${currentRelease(settings)}

	@hidden {
		path */.*
		not path /.well-known/*
	}
	@server {
		path ${paths.join(' ')}
		not path ${contentApi}*
	}
	@made {
		path_regexp (${hashedPaths}|${downloadPaths})
		not file
	}
	# A folder gets its slash, and what was asked stays.
	@folder {
		not path */
		file {path}/index.html
		expression {http.request.uri.query} == ""
	}
	redir @folder {path}/ 301
	@askedFolder {
		not path */
		file {path}/index.html
		expression {http.request.uri.query} != ""
	}
	redir @askedFolder {path}/?{query} 301
	handle @hidden {
		error 404
	}
	handle @server {
		${server}
	}
	handle @made {
		${server}
	}
	handle {
		import nq_headers
		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		@missing expression {http.error.status_code} == 404
		handle @missing {
			rewrite * /404.html
			import nq_headers
			file_server
		}
	}
}
`;
}
