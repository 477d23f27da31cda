/** Decap's configuration. It holds no secret: whoever opens /admin/ can read it. */
import { hanoiDay } from '#src/time/hanoi.ts';
import { makeCollections } from './collections.ts';
import type { Options } from './options.ts';
import type { Host } from '../host.ts';
import { behindHost, decapBackend } from './hosts.ts';
import { mediaFolder, publicFolder } from './media.ts';

export const backendName = 'editorial-server';

interface Setting {
  /** Where the site is served, such as `https://example.vn`. */
  origin: string;
  /** Sets what a new entry's date starts with. */
  now: Date;
  /** The git host that stands in for the editorial server. */
  host?: Host | undefined;
}

const commitMessages = {
  create: 'Tạo {{collection}} “{{slug}}”',
  update: 'Sửa {{collection}} “{{slug}}”',
  delete: 'Xóa {{collection}} “{{slug}}”',
  uploadMedia: 'Tải lên “{{path}}”',
  deleteMedia: 'Xóa “{{path}}”',
};

/** The configuration as Decap takes it. */
export function makeConfig({ origin, now, host }: Setting): Options {
  const collections = makeCollections({
    today: hanoiDay(now),
    isBehindHost: host !== undefined,
  });
  const server = { name: backendName, proxy_url: '/api/v1', branch: 'main' };
  return {
    load_config_file: false,
    backend: {
      ...(host ? decapBackend(host, origin) : server),
      commit_messages: commitMessages,
    },
    publish_mode: 'editorial_workflow',
    locale: 'vi',
    site_url: origin,
    show_preview_links: true,
    media_folder: mediaFolder,
    public_folder: publicFolder,
    media_processing: {
      enabled: true,
      format: { enabled: true, default: 'webp' },
      width: 1600,
      quality: 82,
      strip_metadata: true,
    },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: host ? behindHost(collections) : collections,
  };
}
