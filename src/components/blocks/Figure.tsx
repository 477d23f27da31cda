import type { ReactNode } from 'react';
import { altText } from '#src/schema/blocks.ts';

interface Props {
  src: string;
  alt: string;
  caption?: string;
  /** The picture in several sizes, where the page has made them; else the file itself is shown. */
  children?: ReactNode;
}

/** Ảnh có chú thích. */
export function Figure({ src, alt, caption, children }: Props) {
  return (
    <figure className="photo">
      {children ?? <img src={src} alt={altText(alt)} />}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
