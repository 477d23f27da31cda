/** Decap's own control for a picture, which then also shows pictures of a draft. */
import type { ComponentType, Ref } from 'react';
import image from 'decap-cms-widget-image';
import { inRepository } from '../media.ts';
import type { ControlProps } from './control.ts';

type PictureProps = ControlProps<string> & { ref?: Ref<unknown> };

const DecapControl = image.Widget().controlComponent as ComponentType<PictureProps>;

export function PictureControl({ getAsset, ...props }: PictureProps) {
  return (
    <DecapControl
      {...props}
      // A new function each time: Decap asks again only then, and a picture may arrive late.
      getAsset={(path, field) => getAsset(inRepository(path), field)}
    />
  );
}
