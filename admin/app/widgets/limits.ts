/** Limits of a text, counted as the schema counts: trimmed, in NFC. */

/** Characters left before `max`; negative when the text is too long. */
export function remaining(text: string, max: number): number {
  return max - lengthOf(text);
}

/** What is wrong with a text's length and what to do; `undefined` when nothing is. */
export function textProblem(
  text: string,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): string | undefined {
  const length = lengthOf(text);
  if (length === 0) return undefined;
  if (min !== undefined && length < min) {
    return `mới có ${length} ký tự, cần ít nhất ${min}. Hãy viết thêm.`;
  }
  if (max !== undefined && length > max) {
    return `dài ${length} ký tự, tối đa ${max}. Hãy rút gọn.`;
  }
  return undefined;
}

function lengthOf(text: string): number {
  return text.normalize('NFC').trim().length;
}
