/** The tokens as CSS: Tailwind's theme, and one class for each axis that sets its colours. */
import { fontFaces } from './font-faces.ts';
import { axisColors, colors, fontFamily, space, textSizes } from './tokens.ts';

/**
 * Puts the tokens where a stylesheet says `@tokens;`, and the typeface where it says `@fonts swap;` or
 * `@fonts optional;`. For Vite; must run before Tailwind.
 */
export function designTokens() {
  return {
    name: 'design-tokens',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.css(?:\?|$)/, code: /^@(?:tokens|fonts \w+);$/m },
      handler: (code: string) => ({
        code: code
          .replace(/^@tokens;$/m, tokensCss)
          .replace(/^@fonts (swap|optional);$/m, (_, display: 'swap' | 'optional') =>
            fontFaces(display),
          ),
        map: null,
      }),
    },
  };
}

/** The stylesheet text that the tokens stand for. */
export function tokensCss(): string {
  return [
    '@theme {',
    // Tailwind's own scales are switched off: only the identity's values exist.
    '  --*: initial;',
    ...Object.entries(colors).map(([name, value]) => `  --color-${kebab(name)}: ${value};`),
    ...Object.entries(textSizes).map(([name, value]) => `  --text-${name}: ${value};`),
    ...Object.entries(space).map(([name, value]) => `  --spacing-${name}: ${value};`),
    ...axisColors.map(({ strong }, index) => `  --petal-${index + 1}: ${strong};`),
    '  --breakpoint-md: 44rem;',
    '  --breakpoint-lg: 64rem;',
    `  --font-sans: '${fontFamily}', '${fontFamily} Fallback', system-ui, sans-serif;`,
    '}',
    ...axisColors.map(
      ({ strong, soft }, index) =>
        `.axis-${index + 1} { --axis: ${strong}; --axis-soft: ${soft}; }`,
    ),
  ].join('\n');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
