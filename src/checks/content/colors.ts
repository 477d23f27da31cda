/** The ward's own colours (`content/colors.json`): complete, and readable wherever they stand. */
import { z } from 'zod';
import type { Finding } from '#src/schema/finding.ts';
import { graphics, texts, type Pair } from '#src/styles/contrast-pairs.ts';
import { contrastRatio } from '#src/styles/contrast.ts';
import { colors, darkColors, inTheDark } from '#src/styles/tokens.ts';

export const colorsPath = 'content/colors.json';

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'Màu viết dạng #rrggbb, ví dụ #9f1c20.');
const rule = z.strictObject({
  brand: color,
  brandDark: color,
  brandDeep: color,
  brandOnDark: color,
  axes: z.array(z.strictObject({ strong: color, soft: color })).length(7, 'Cần đủ bảy trục.'),
});

/** What is wrong with the text of that file. */
export function checkColors(text: string): Finding[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [finding('', 'Tệp không đọc được: không phải JSON. Hãy xem dấu ngoặc và dấu phẩy.')];
  }
  const { data: ward, error } = rule.safeParse(read);
  if (error) return error.issues.map(({ path, message }) => finding(path.join('.'), message));
  const { brand, brandDark, brandDeep, brandOnDark, axes } = ward;
  const light = { ...colors, brand, brandGround: brand, brandDark, brandDeep };
  const dark = { ...light, ...darkColors, brand: brandOnDark };
  const inDark = inTheDark(axes);
  return [
    ...unreadable(texts(light, axes), 4.5, 'trang sáng'),
    ...unreadable(texts(dark, inDark), 4.5, 'trang tối'),
    ...unreadable(graphics(light), 3, 'trang sáng'),
    ...unreadable(graphics(dark), 3, 'trang tối'),
  ];
}

function unreadable(pairs: readonly Pair[], needed: number, page: string): Finding[] {
  return pairs.flatMap(([name, one, ground]) => {
    const ratio = contrastRatio(one, ground);
    if (ratio >= needed) return [];
    const shown = ratio.toLocaleString('vi', { maximumFractionDigits: 1 });
    return finding(
      name,
      `Màu ${one} trên nền ${ground} khó đọc ở ${page} (${name}): tương phản ${shown}, cần ít nhất ${needed.toLocaleString('vi')}. Hãy chọn màu đậm hơn hoặc nhạt hơn.`,
    );
  });
}

function finding(field: string, message: string): Finding {
  return { file: colorsPath, field, label: 'Màu', message, rule: 'colors', severity: 'error' };
}
