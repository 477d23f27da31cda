/**
 * Makes the web fonts `public/fonts/be-vietnam-pro-*.woff2`: each weight one file with every
 * Vietnamese letter, so that a page asks for no second file. Run after a change of the alphabet:
 *
 *     node scripts/fonts.ts
 *
 * The sources in `src/channels/fonts/` are the typeface's own files (SIL Open Font License 1.1),
 * as the npm package `@expo-google-fonts/be-vietnam-pro` 0.4.1 carries them.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { alphabet } from '#src/text/alphabet.ts';
import { fontWeights, readFont } from '#src/channels/fonts/files.ts';

const folder = 'public/fonts';
// Kerning and marks; the small capitals and fractions of the typeface are not used.
const keepFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum'];

await mkdir(folder, { recursive: true });
for (const weight of fontWeights) {
  const font = await subsetFont(readFont(weight), alphabet, {
    targetFormat: 'woff2',
    keepFeatures,
    // Phones and current desktops ignore hints, which would double the file.
    noHinting: true,
  });
  const path = `${folder}/be-vietnam-pro-${weight}.woff2`;
  await writeFile(path, font);
  console.log(`${path}: ${font.length} byte`);
}
await copyFile('src/channels/fonts/OFL.txt', `${folder}/OFL.txt`);
