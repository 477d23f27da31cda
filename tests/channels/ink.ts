/** Where a picture's texts and drawings stand, as the renderer lays them out. */
import type { MeasuredNode, MeasuredTextRun, Node } from '@takumi-rs/core';
import type { ReactNode } from 'react';
import type { PictureSize } from '#src/channels/pictures/draw.ts';
import { nodeOf, renderer } from '#src/channels/pictures/renderer.ts';

export interface InkBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Ink {
  /** One for each text in drawing order, from its highest accent to its lowest descender. */
  texts: InkBox[];
  /** One for each drawing: lotus, petal, QR code. */
  drawings: InkBox[];
}

export async function inkOf(picture: ReactNode, size: PictureSize): Promise<Ink> {
  const node = await nodeOf(picture);
  const ink: Ink = { texts: [], drawings: [] };
  collect(node, await (await renderer()).measure(node, { ...size }), ink);
  return ink;
}

/** The two trees have one shape. */
function collect(node: Node, measured: MeasuredNode, { texts, drawings }: Ink): void {
  const [, , , , left, top] = measured.transform;
  if (node.type === 'text') {
    texts.push({
      left: left + Math.min(...measured.runs.map(({ x }) => x)),
      top: top + Math.min(...measured.runs.map(({ y }) => y)),
      right: left + Math.max(...measured.runs.map(rightOf)),
      bottom: top + Math.max(...measured.runs.map(({ y, height }) => y + height)),
    });
  } else if (node.type === 'image') {
    drawings.push({ left, top, right: left + measured.width, bottom: top + measured.height });
  } else {
    for (const [index, child] of (node.children ?? []).entries()) {
      collect(child, measured.children[index]!, { texts, drawings });
    }
  }
}

/** Be Vietnam Pro in thousandths of its size: a space, and a line from ascent to descent. */
const space = 230;
const line = 1265;

/** A run keeps the space at which its line breaks, which has no ink. */
function rightOf({ text, x, width, height }: MeasuredTextRun): number {
  return x + width - (/\s$/.test(text) ? (height * space) / line : 0);
}
