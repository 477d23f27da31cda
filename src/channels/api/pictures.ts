/** The pictures that an entry shows, as its fields and its body name them. */
import type { Node } from 'unist';
import { altText, picturesOfBlock } from '#src/schema/blocks.ts';
import { walk } from '#src/schema/body.ts';
import type { Fields } from '#src/schema/field.ts';
import type { ApiImage } from './shapes.ts';

/** A picture as the entry names it; `alt` as the editor wrote it. */
export interface NamedPicture {
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

/** A published picture, in pixels. */
export type Published = Pick<ApiImage, 'url' | 'width' | 'height'>;

/** The pictures in the fields that have one: a picture and its words are one group. */
export function fieldPictures(fields: Fields, data: Record<string, unknown>): NamedPicture[] {
  return Object.entries(fields).flatMap(([name, { form }]) => {
    const value = data[name];
    if (form.widget !== 'object' || typeof value !== 'object' || value === null) return [];
    const isPicture = Object.values(form.fields).some((inner) => inner.form.widget === 'image');
    return isPicture ? [value as NamedPicture] : [];
  });
}

/** The pictures in a body, in their order. */
export function bodyPictures(tree: Node): NamedPicture[] {
  return [...walk(tree)].flatMap((node) => {
    if (node.type === 'image') {
      const { url, alt } = node as Node & { url: string; alt?: string | null };
      return [{ src: url, alt: alt ?? '' }];
    }
    const { name, attributes = [] } = node as BlockNode;
    return picturesOfBlock(
      name,
      Object.fromEntries(attributes.map((one) => [one.name, one.value])),
    );
  });
}

interface BlockNode extends Node {
  name?: string | null;
  attributes?: { name: string; value?: unknown }[];
}

/** A picture with its words. */
export function shownPicture({ alt, caption, credit }: NamedPicture, made: Published): ApiImage {
  return {
    ...made,
    alt: altText(alt),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}
