import type { ReactNode } from 'react';
import { altText, picturesOfBlock } from '#src/schema/blocks.ts';

interface Props {
  title: string;
  /** `src1`, `alt1` … as the block writes them. */
  [attribute: string]: unknown;
  /** The pictures in several sizes, where the page has made them; else the files themselves are shown. */
  children?: ReactNode;
}

/** Bộ ảnh: pictures of one thing, side by side. */
export function Gallery({ title, children, ...attributes }: Props) {
  return (
    <figure className="photo gallery">
      <div className="gallery-pictures">
        {children ??
          picturesOfBlock('Gallery', attributes).map(({ src, alt }) => (
            <img key={src} src={src} alt={altText(alt)} />
          ))}
      </div>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
