/** An OpenDocument file (ISO/IEC 26300-3): a ZIP whose first entry, stored, is its media type. */
import { strToU8, zipSync, type Zippable } from 'fflate';

export const mediaTypes = {
  odp: 'application/vnd.oasis.opendocument.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
} as const;

/** Parts by path; texts are XML. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Files in a ZIP carry a time; one for all, so that the same parts give the same bytes. */
const mtime = new Date(1980, 0, 1);

/** The file; `mimetype` and the manifest are made here. */
export function openDocument(kind: keyof typeof mediaTypes, parts: Parts): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8(mediaTypes[kind]), { level: 0, mtime }],
    'META-INF/manifest.xml': [strToU8(manifest(mediaTypes[kind], Object.keys(parts))), { mtime }],
  };
  for (const [path, content] of Object.entries(parts)) {
    files[path] = [typeof content === 'string' ? strToU8(content) : content, { mtime }];
  }
  return zipSync(files);
}

function manifest(mediaType: string, paths: readonly string[]): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">',
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>`,
    ...paths.map((path) => entry(path, path.endsWith('.png') ? 'image/png' : 'text/xml')),
    '</manifest:manifest>',
  ].join('\n');
}
