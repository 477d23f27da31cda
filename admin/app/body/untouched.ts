/**
 * What nobody touched stays as it stands in the file, however that spells it: a frame with empty lines
 * around its words, a list with stars. The editor spells a whole body in its own way at every change.
 */
import { parseBody } from '#src/schema/body.ts';
import { sameMeaning } from './meaning.ts';

interface Stretch {
  start: number;
  end: number;
}

/**
 * The text that was written, with the parts before and after the change as the file has them.
 *
 * @param file the body as it was opened
 * @param opened the same body as the editor spells it
 * @param written the body as the editor spells it now
 */
export function keepUntouched(file: string, opened: string, written: string): string {
  if (file === opened || file !== file.normalize('NFC')) return written;
  const [inFile, inOpened] = [partsOf(file), partsOf(opened)];
  if (inFile.length !== inOpened.length) return written;
  const same = commonStart(opened, written);
  // A part is whole when the empty line after it is the same, too.
  const before = inOpened.filter(({ end }) => end + 2 <= same).length;
  const rest = Math.min(opened.length, written.length) - (inOpened[before - 1]?.end ?? 0);
  const sameEnd = Math.min(commonEnd(opened, written), rest);
  const after = inOpened.filter(({ start }) => opened.length - start + 2 <= sameEnd).length;
  const next = inOpened.length - after;
  const kept =
    file.slice(0, inFile[before - 1]?.end ?? 0) +
    written.slice(
      inOpened[before - 1]?.end ?? 0,
      written.length - (opened.length - (inOpened[next]?.start ?? opened.length)),
    ) +
    file.slice(inFile[next]?.start ?? file.length);
  return saySame(kept, written) ? kept : written;
}

/** False where a text cannot be read: what is wrong with it is told at the save. */
function saySame(kept: string, written: string): boolean {
  try {
    return sameMeaning(kept, written);
  } catch {
    return false;
  }
}

function partsOf(body: string): Stretch[] {
  return parseBody(body).children.map(({ position }) => ({
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length))
    length += 1;
  return length;
}
