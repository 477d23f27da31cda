/** How bodies are read as Markdown, for Astro and for what is made without it. */
import { satteri } from '@astrojs/markdown-satteri';

export const markdown = {
  // No code is shown, so no highlighter is started.
  syntaxHighlight: false as const,
  // What is typed is what is read: “--” and “...” may be part of a number or a name, and every other
  // channel has them as they are.
  processor: satteri({ features: { smartPunctuation: false } }),
};
