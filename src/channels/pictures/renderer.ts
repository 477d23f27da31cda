/** Takumi, which lays out and paints pictures, with the site's typeface and no other. */
import { Renderer, type Node } from '@takumi-rs/core';
import { fromJsx } from '@takumi-rs/helpers/jsx';
import type { ReactNode } from 'react';
import { fontFamily } from '#src/styles/tokens.ts';
import { fontWeights, readFont } from '../fonts/files.ts';

let started: Promise<Renderer> | undefined;

/** The one renderer of this process; the first call reads the fonts. */
export function renderer(): Promise<Renderer> {
  return (started ??= start());
}

async function start(): Promise<Renderer> {
  const made = new Renderer();
  for (const weight of fontWeights) {
    await made.registerFont({ name: fontFamily, weight, style: 'normal', data: readFont(weight) });
  }
  return made;
}

/** An element tree as the renderer takes it. */
export async function nodeOf(element: ReactNode): Promise<Node> {
  return (await fromJsx(element)).node;
}
