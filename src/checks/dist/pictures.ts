import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { shareCardSize } from '../../model/head.ts';
import { pictureFormats } from '../../model/share-kit.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Dist } from './rule.ts';

const KiB = 1024;

/** Most bytes: each reader fetches a picture over a phone's connection, a card with each link. */
const budgets = { shareCard: 150 * KiB, picture: 400 * KiB };

/** Pictures for the channels have a size in pixels that the channels ask for, and few bytes. */
export async function pictures({ root, files }: Dist): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [file, bytes] of files) {
    const isCard = file.startsWith('anh-chia-se/');
    if (!isCard && !file.startsWith('anh/')) continue;
    const format = isCard
      ? shareCardSize
      : pictureFormats.find(({ name }) => file.endsWith(`-${name}.png`));
    const { width, height } = await pngSize(join(root, file));
    if (width !== format?.width || height !== format.height) {
      const right = format ? `phải là ${format.width}×${format.height}` : 'không khổ nào như thế';
      findings.push(finding(file, `Ảnh ${width}×${height} điểm ảnh, ${right}.`));
    }
    const most = isCard ? budgets.shareCard : budgets.picture;
    if (bytes > most) {
      const [is, limit] = [bytes, most].map((count) => `${(count / KiB).toFixed(1)} KiB`);
      findings.push(finding(file, `Ảnh chia sẻ nặng ${is}, tối đa ${limit}.`));
    }
  }
  return findings;
}

/** Read from the header: a PNG begins with its signature and its size. */
async function pngSize(path: string): Promise<{ width: number; height: number }> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(24), 0, 24, 0);
  await file.close();
  if (buffer.toString('latin1', 1, 4) !== 'PNG') return { width: 0, height: 0 };
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
}

function finding(file: string, message: string): Finding {
  return {
    file: `dist/${file}`,
    field: '',
    label: '',
    message,
    rule: 'picture',
    severity: 'error',
  };
}
