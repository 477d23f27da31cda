/** The files of a share kit, by the names that they have in its archive. */
import { zipSync, type Zippable } from 'fflate';
import { shareCardOf } from '../share-card/input.ts';
import { shareCardPng } from '../share-card/share-card.ts';
import type { Script } from '../loudspeaker/script.ts';
import { posterInput, type PosterContext } from '../poster/input.ts';
import { cachedPosterPdf } from '../poster/poster.ts';
import { qrFileSide, qrPng, qrSvg } from '../qr/qr.ts';
import { pictureInput } from '../social/input.ts';
import { picturePng } from '../social/social.tsx';
import { captions, type Caption } from '#src/model/captions.ts';
import { followOne } from '#src/load/follow.ts';
import { pictureFormats, posterPapers, shortAddress, type KitEntry } from '#src/model/share-kit.ts';

/** The captions of an entry, its unit named. */
export function kitCaptions(entry: KitEntry, { units, site }: PosterContext): Caption[] {
  const unit = followOne(units, entry.data.unit).data.title;
  return captions(entry, { siteUrl: site.url, unit });
}

/** Everything of an entry's kit in one ZIP archive; the same kit gives the same bytes. */
export async function kitZip(
  entry: KitEntry,
  scripts: readonly Script[],
  context: PosterContext,
): Promise<Buffer> {
  const files: Zippable = {};
  const picture = pictureInput(entry, context);
  for (const format of pictureFormats) {
    files[`anh-${format.name}.png`] = await picturePng(picture, format);
  }
  files['the-chia-se.png'] = await shareCardPng(shareCardOf(entry, context));
  const poster = posterInput(entry, context);
  for (const paper of posterPapers) {
    files[`ap-phich-${paper}.pdf`] = await cachedPosterPdf(poster, paper);
  }
  const { qr } = shortAddress(entry, context.site);
  files['ma-qr.svg'] = Buffer.from(qrSvg(qr));
  files['ma-qr.png'] = qrPng(qr, qrFileSide);
  for (const { channel, length, text } of kitCaptions(entry, context)) {
    files[`loi-dang-${channel}-${length}.txt`] = textFile(text);
  }
  for (const { minutes, text } of scripts) {
    files[`loa-${minutes}-phut.txt`] = textFile(text);
  }
  // Pictures and PDFs are compressed already; ZIP's first day, so that no clock changes the bytes.
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) }));
}

/** With a byte order mark and Windows's line ends: Notepad of any age shows it right. */
export function textFile(text: string): Buffer {
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`);
}
