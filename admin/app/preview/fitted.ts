/** The pictures of an entry as the channels will get them, fitted while somebody types. */
import { useEffect, useState } from 'react';
import type { PictureInput } from '#src/channels/social/input.ts';
import { fitPicture } from '#src/channels/social/fit-picture.tsx';
import { layoutOf } from '#src/channels/social/layout.ts';
import type { PictureProps } from '#src/channels/social/picture.tsx';
import { pictureFormats, type PictureFormat } from '#src/model/share-kit.ts';
import { fontFamily } from '#src/styles/tokens.ts';
import { startMeasuring } from './canvas.tsx';

/** A picture, or why it cannot be drawn. */
export type Fitted = { format: PictureFormat } & ({ picture: PictureProps } | { problem: string });

/** Time in milliseconds without a letter typed, after which the pictures are drawn anew. */
const pause = 300;

/** Every format of the picture; empty until they are fitted for the first time. */
export function useFitted(input: PictureInput, document: Document): readonly Fitted[] {
  const [fitted, setFitted] = useState<readonly Fitted[]>([]);
  const wanted = JSON.stringify(input);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void fitAll(input, document).then((all) => isCurrent && setFitted(all));
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // The input is a new object each time, mostly with the same in it.
  }, [wanted, document]);
  return fitted;
}

async function fitAll(input: PictureInput, document: Document): Promise<Fitted[]> {
  await loadFonts(document);
  const { measure, end } = startMeasuring(document);
  try {
    const all: Fitted[] = [];
    for (const format of pictureFormats) {
      all.push(
        await fitPicture(input, layoutOf(format), measure).then(
          (picture) => ({ format, picture }),
          (error: unknown) => ({ format, problem: (error as Error).message }),
        ),
      );
    }
    return all;
  } finally {
    end();
  }
}

/** Text is measured right only in the font that it is drawn in. */
function loadFonts({ fonts }: Document): Promise<unknown> {
  return Promise.all([400, 600, 700].map((weight) => fonts.load(`${weight} 20px "${fontFamily}"`)));
}
