/** A small finished site, as a build leaves it. */
import { rm } from 'node:fs/promises';
import { writeIn } from '#tests/server/harness.ts';

export const site: Readonly<Record<string, string>> = {
  'index.html': '<p>Trang chủ',
  'index.html.br': 'đã nén',
  '404.html': '<p>Không có trang này',
  'bai-viet/mot/index.html': '<p>Bài một',
  '_astro/a.Bx12.css': 'p{}',
  'fonts/a.woff2': 'phông',
  'manifest.webmanifest': '{}',
  'media/ảnh đẹp.png': 'ảnh',
  '.well-known/security.txt': 'Contact: mailto:a@phuong.example',
  // The CMS of our own server, and what posters are made of, are for that server alone.
  'admin/index.html': '<p>Biên tập',
};

/** Paths of what places get. */
export const sentPaths = Object.keys(site).filter((path) => !path.startsWith('admin/'));

/** Writes the site with changes; `undefined` leaves a file out. */
export async function writeSite(
  dir: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...site, ...changes })) {
    if (text !== undefined) await writeIn(dir, path, text);
  }
}
