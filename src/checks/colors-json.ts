/** Whether `content/colors.json` can be read at all: nearly every module needs it before it runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Throws in words an engineer of the ward can follow, before Node.js would in its own. */
export function assertColorsAreJson(checkout: string): void {
  const text = readFileSync(join(checkout, 'content/colors.json'), 'utf8');
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Error(
      'Tệp content/colors.json không phải JSON: thiếu hoặc thừa dấu ngoặc, dấu phẩy, dấu nháy. Hãy sửa lại, hoặc lấy bản trước về: git checkout content/colors.json',
      { cause: error },
    );
  }
}
