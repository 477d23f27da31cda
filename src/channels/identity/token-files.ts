/** The identity's values as files for whoever draws or builds with other tools. */
import { axisColors, colors, fontFamily, space, textSizes } from '#src/styles/tokens.ts';

/** All tokens as JSON; sizes in rem of 16 px. */
export function tokensJson(): string {
  const axes = Object.fromEntries(axisColors.map((pair, index) => [index + 1, pair]));
  return `${JSON.stringify({ colors, axes, fontFamily, textSizes, space }, null, 2)}\n`;
}

/** All tokens as custom properties of CSS. */
export function tokensStylesheet(): string {
  const lines = [
    ...Object.entries(colors).map(([name, value]) => [`color-${kebab(name)}`, value]),
    ...axisColors.flatMap(({ strong, soft }, index) => [
      [`color-axis-${index + 1}`, strong],
      [`color-axis-${index + 1}-soft`, soft],
    ]),
    ['font-sans', `'${fontFamily}', system-ui, sans-serif`],
    ...Object.entries(textSizes).map(([name, value]) => [`text-${name}`, value]),
    ...Object.entries(space).map(([name, value]) => [`space-${name}`, value]),
  ].map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
