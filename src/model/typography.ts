/** The plan's messages join their parts with a dash: it ends a line, it never begins one. */
export function unbrokenDashes(text: string): string {
  return text.replaceAll(' - ', '\u00a0- ');
}
