/** The archive of a share kit: it holds again what stands on the site, and a few texts. */
import { zipSync, type Zippable } from 'fflate';

/** A file of an archive: one of the site, by its address, or a text of its own. */
export type ArchivePart = { name: string } & ({ address: string } | { text: string });

/** The bytes of an archive of these parts; `read` gives the file at an address of the site. */
export async function packArchive(
  parts: readonly ArchivePart[],
  read: (address: string) => Promise<Uint8Array>,
): Promise<Buffer> {
  const files: Zippable = {};
  for (const part of parts) {
    files[part.name] = 'text' in part ? Buffer.from(part.text) : await read(part.address);
  }
  // Pictures and PDFs are compressed already; ZIP's first day, so that no clock changes the bytes.
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) }));
}
