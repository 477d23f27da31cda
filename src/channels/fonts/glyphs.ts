/** Which characters a TrueType font can draw, read from its `cmap` table. */

/** The characters of `text` that `font` (TrueType bytes) has no glyph for, each once. */
export function missingGlyphs(text: string, font: Buffer): string[] {
  const known = characterSet(font);
  return [...new Set(text)].filter((char) => !known.has(char.codePointAt(0)!));
}

/** Code points of the font's Unicode map (format 4: the basic plane, which is all that it has). */
export function characterSet(font: Buffer): Set<number> {
  const table = tableOffset(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4);
    if (font.readUInt16BE(subtable) === 4) return segments(font, subtable);
  }
  throw new Error('Tệp phông chữ không có bảng ký tự Unicode (cmap dạng 4).');
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`Tệp phông chữ không có bảng ${tag}.`);
}

function segments(font: Buffer, subtable: number): Set<number> {
  const known = new Set<number>();
  const size = font.readUInt16BE(subtable + 6);
  for (let at = 0; at < size; at += 2) {
    const end = font.readUInt16BE(subtable + 14 + at);
    const start = font.readUInt16BE(subtable + 16 + size + at);
    // The last segment, 0xFFFF, closes the table and maps to no glyph.
    for (let code = start; code <= end && code < 0xffff; code++) known.add(code);
  }
  return known;
}
