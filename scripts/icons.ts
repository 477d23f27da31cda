/**
 * Makes the site's icons in `public/` from the lotus. Run after a change of the mark or its colours:
 *
 *     node scripts/icons.ts
 */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { markSvg } from '#src/channels/identity/mark.ts';
import { colors } from '#src/styles/tokens.ts';

/** The mark as PNG, `size` pixels square. */
function png(svg: string, size: number): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: 300 })
    .resize(size, size)
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

const bare = markSvg({ margin: 0 });
// A phone's home screen cuts the corners and shows no transparency.
const onPaper = markSvg({ margin: 0.1, ground: colors.paper });

await writeFile('public/favicon.svg', bare);
await writeFile('public/favicon-32.png', await png(bare, 32));
await writeFile('public/apple-touch-icon.png', await png(onPaper, 180));
