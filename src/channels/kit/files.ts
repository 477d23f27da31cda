/** The files of a share kit, by the names that they have in its archive. */
import type { Script } from '../loudspeaker/script.ts';
import type { PosterContext } from '../poster/input.ts';
import { captions, type Caption } from '#src/model/captions.ts';
import { followOne } from '#src/load/follow.ts';
import { shareCard } from '#src/model/sections.ts';
import { kitPaths, picturesOf, posterPdf, postersOf, type KitEntry } from '#src/model/share-kit.ts';
import type { ArchivePart } from './archive.ts';

/** The captions of an entry, its unit named. */
export function kitCaptions(entry: KitEntry, { units, site }: PosterContext): Caption[] {
  const unit = followOne(units, entry.data.unit).data.title;
  return captions(entry, { siteUrl: site.url, unit });
}

/** Everything of an entry's kit, by the names that it has in its archive. */
export function kitParts(
  entry: KitEntry,
  scripts: readonly Script[],
  context: PosterContext,
): ArchivePart[] {
  const { qrSvg, qrPng } = kitPaths(entry);
  return [
    ...pictureParts(entry),
    { name: 'the-chia-se.png', address: shareCard(entry).path },
    ...postersOf(entry).map(({ pdf, ...sheet }) => ({
      name: posterPdf('ap-phich', sheet),
      address: pdf,
    })),
    { name: 'ma-qr.svg', address: qrSvg },
    { name: 'ma-qr.png', address: qrPng },
    ...captionParts(entry, context),
    ...scripts.map(({ minutes, text }) => ({
      name: `loa-${minutes}-phut.txt`,
      text: textFile(text),
    })),
  ];
}

/** The pictures of an entry's kit. */
export function pictureParts(entry: KitEntry): ArchivePart[] {
  return picturesOf(entry).map(({ name, path }) => ({ name: `anh-${name}.png`, address: path }));
}

/** The captions of an entry's kit as files. */
export function captionParts(entry: KitEntry, context: PosterContext): ArchivePart[] {
  return kitCaptions(entry, context).map(({ channel, length, text }) => ({
    name: `loi-dang-${channel}-${length}.txt`,
    text: textFile(text),
  }));
}

/** With a byte order mark and Windows's line ends: Notepad of any age shows it right. */
export function textFile(text: string): string {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`;
}
