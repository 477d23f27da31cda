/** The tokens as CSS: Tailwind's theme, and one class for each axis that sets its colours. */
import { fontFaces } from './font-faces.ts';
import {
  axisColors,
  colors,
  darkAxisColors,
  darkColors,
  deskColors,
  fontFamily,
  space,
  textSizes,
  type AxisColors,
} from './tokens.ts';

/**
 * Puts the tokens where a stylesheet says `@tokens;`, those of a dark page where it says `@tokens dark;`, those
 * of a high contrast where it says `@tokens contrast;`,
 * and the typeface where it says `@fonts swap;` or
 * `@fonts optional;`. For Vite; must run before Tailwind.
 */
export function designTokens() {
  return {
    name: 'design-tokens',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.css(?:\?|$)/, code: /^@(?:tokens(?: dark| contrast| ward)?|fonts \w+);$/m },
      handler: (code: string) => ({
        code: code
          .replace(/^@tokens;$/m, tokensCss)
          .replace(/^@tokens dark;$/m, darkCss)
          .replace(/^@tokens contrast;$/m, contrastCss)
          .replace(/^@tokens ward;$/m, wardCss)
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
    ...variables(colors),
    ...Object.entries(textSizes).map(([name, value]) => `  --text-${name}: ${value};`),
    ...Object.entries(space).map(([name, value]) => `  --spacing-${name}: ${value};`),
    ...petals(axisColors),
    '  --breakpoint-md: 44rem;',
    '  --breakpoint-lg: 64rem;',
    `  --font-sans: '${fontFamily}', '${fontFamily} Fallback', system-ui, sans-serif;`,
    '}',
    ...axes(axisColors),
  ].join('\n');
}

/** Black and white for a reader who has chosen a high contrast, on a light and on a dark page. */
function contrastCss(): string {
  const plain = (ground: string, ink: string, link: string) => {
    const grounds = { paper: ground, surface: ground, sand: ground };
    const inks = { ink, inkSoft: ink, line: ink, edge: ink, brand: link };
    return [
      '.text-contrast {',
      ...variables({ ...grounds, ...inks }),
      '}',
      `.text-contrast [class*='axis-'] { --axis: ${link}; --axis-soft: ${ground}; }`,
    ];
  };
  return [
    ...plain('#ffffff', '#000000', colors.brandDeep),
    '@media screen and (prefers-color-scheme: dark) {',
    ...plain('#000000', '#ffffff', colors.goldLight),
    '}',
  ].join('\n');
}

/** Colours of the site that the CMS uses under their own names. */
const deskNames = [
  'paper',
  'surface',
  'brand',
  'brandDark',
  'edge',
  'sand',
  'line',
  'ink',
  'gold',
  'goldLight',
  'focus',
  'onBrand',
] as const satisfies (keyof typeof colors)[];

/** For Decap's page, which has no theme of the site's: the colours alone, by short names. */
function wardCss(): string {
  const own = {
    ...Object.fromEntries(deskNames.map((name) => [name, colors[name]])),
    soft: colors.inkSoft,
    ...deskColors,
  };
  const named = Object.entries(own).map(([name, value]) => `--${kebab(name)}: ${value};`);
  return `:root { ${named.join(' ')} }`;
}

/** What a dark page has in their place; on paper every page is light. */
function darkCss(): string {
  return [
    '@media screen and (prefers-color-scheme: dark) {',
    ':root {',
    '  color-scheme: dark;',
    ...variables(darkColors),
    ...petals(darkAxisColors),
    '}',
    ...axes(darkAxisColors),
    '}',
  ].join('\n');
}

function variables(named: Record<string, string>): string[] {
  return Object.entries(named).map(([name, value]) => `  --color-${kebab(name)}: ${value};`);
}

function petals(axes: readonly AxisColors[]): string[] {
  return axes.map(({ strong }, index) => `  --petal-${index + 1}: ${strong};`);
}

function axes(all: readonly AxisColors[]): string[] {
  return all.map(
    ({ strong, soft }, index) => `.axis-${index + 1} { --axis: ${strong}; --axis-soft: ${soft}; }`,
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
