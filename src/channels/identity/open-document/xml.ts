/** Pieces that both templates are written with. Lengths are in centimetres. */
import { fontFamily } from '#src/styles/tokens.ts';

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xlink="http://www.w3.org/1999/xlink"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
].map((one) => `xmlns:${one}`);

/** A part's whole text; `root` is `document-content`, `document-styles` or `document-meta`. */
export function part(root: string, ...content: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<office:${root} ${namespaces.join(' ')} office:version="1.3">`,
    ...content,
    `</office:${root}>`,
    '',
  ].join('\n');
}

/** The typeface, with what office programs take where it is not installed. */
export const fontFaces = `<office:font-face-decls><style:font-face style:name="${fontFamily}" svg:font-family="'${fontFamily}', Arial, sans-serif" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>`;

/** The part that names title and language. */
export function metaPart(title: string): string {
  return part(
    'document-meta',
    `<office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>vi-VN</dc:language></office:meta>`,
  );
}

interface Letters {
  /** Points. */
  size: number;
  color: string;
  bold?: boolean;
}

/** Properties of letters; Vietnamese is a western script to office programs. */
export function letters({ size, color, bold = false }: Letters): string {
  return `<style:text-properties style:font-name="${fontFamily}" fo:font-size="${size}pt" fo:color="${color}" fo:font-weight="${bold ? 'bold' : 'normal'}" fo:language="vi" fo:country="VN"/>`;
}

/** A place on a page. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place as attributes. */
export function at({ x, y, width, height }: Box): string {
  return `svg:x="${x}cm" svg:y="${y}cm" svg:width="${width}cm" svg:height="${height}cm"`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
