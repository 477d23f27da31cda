/** The style sheet of the server's own pages: the typeface, the identity's tokens, `pages.css`, `review.css`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontFaces } from '#src/styles/font-faces.ts';
import { axisColors, colors, deskColors, space, textSizes } from '#src/styles/tokens.ts';

export async function styleSheet(): Promise<string> {
  const rules = await Promise.all(
    ['pages.css', 'review.css'].map((name) => readFile(join(import.meta.dirname, name), 'utf8')),
  );
  const tokens = [
    ...Object.entries({ ...colors, ...deskColors }).map(
      ([name, value]) => `--${kebab(name)}: ${value};`,
    ),
    ...Object.entries(textSizes).map(([name, value]) => `--text-${name}: ${value};`),
    ...Object.entries(space).map(([name, value]) => `--space-${name}: ${value};`),
  ];
  const axes = axisColors.map(
    ({ strong, soft }, at) => `.axis-${at + 1} { --axis: ${strong}; --axis-soft: ${soft}; }`,
  );
  return `${fontFaces('swap')}\n:root {\n${tokens.join('\n')}\n}\n${axes.join('\n')}\n${rules.join('\n')}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
