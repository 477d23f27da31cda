/** A picture from its input: texts fitted, drawn once, kept on disk. */
import { cached } from '#src/build-cache.ts';
import type { PictureFormat } from '#src/model/share-kit.ts';
import { fontFamily } from '#src/styles/tokens.ts';
import { drawSvg, toPng } from '../pictures/draw.ts';
import { drawnHeight, fitText, inPlace } from '../pictures/fit.ts';
import { pictureKey } from '../pictures/key.ts';
import { qrDrawing } from '../qr/qr.ts';
import { Body } from './bodies/body.tsx';
import { Column } from './bodies/parts.tsx';
import type { PictureContent, PictureInput } from './input.ts';
import { bodyHeight, bodySizes, layoutOf, margin, readable, type Layout } from './layout.ts';
import { Picture, toneOf, type PictureProps } from './picture.tsx';
import { variants, type Variant } from './variants.ts';

/** The picture as PNG; an input that was drawn before costs one file read. */
export function picturePng(input: PictureInput, format: PictureFormat): Promise<Buffer> {
  const properties = { ...unfitted(input, layoutOf(format)), variants: variants(input.content) };
  const key = pictureKey(AllVariants, { ...properties, bodySizes, readable });
  return cached(`${key}.png`, async () => toPng(await pictureSvg(input, format)));
}

/** Everything that fitting chooses from: the picture's name on disk follows from it. */
function AllVariants({ variants, ...picture }: PictureProps & { variants: Variant[] }) {
  return variants.map((variant, index) => <Picture key={index} {...picture} variant={variant} />);
}

/** The picture as SVG, each text in the largest size that fits its place. */
export async function pictureSvg(input: PictureInput, format: PictureFormat): Promise<string> {
  try {
    const layout = layoutOf(format);
    const draft = unfitted(input, layout);
    const fitted: PictureProps = {
      ...draft,
      ...(await fitBody(input, layout)),
      label: await fitText(draft.label),
      title: await fitText(draft.title),
      siteName: await fitText(draft.siteName),
      sitePlace: await fitText(draft.sitePlace),
      address: await fitText(draft.address),
    };
    return await drawSvg(<Picture {...fitted} />, layout);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${input.file}, ${format.label.toLowerCase()}: ${reason}`, { cause });
  }
}

function unfitted(input: PictureInput, layout: Layout): PictureProps {
  return {
    layout,
    label: inPlace(input.label, layout.label),
    title: inPlace(input.title, layout.title),
    variant: { content: input.content },
    size: bodySizes[0],
    axis: input.axis,
    siteName: inPlace(input.siteName, layout.siteName),
    sitePlace: inPlace(input.sitePlace, layout.sitePlace),
    address: inPlace(input.address.shown, layout.address),
    qr: qrDrawing(input.address.qr),
  };
}

/** The fullest variant that is readable, else the leanest in any size; in its largest size. */
async function fitBody(input: PictureInput, layout: Layout) {
  const choices = variants(input.content);
  for (const variant of choices) {
    const smallest = variant === choices.at(-1) ? 0 : readable;
    const size = await largestSize(variant, input.axis, layout);
    if (size !== undefined && size >= smallest) return { variant, size };
  }
  throw new Error(
    `Nội dung (trường ${fieldOf(input.content)}) dài quá nên không vừa ảnh. Hãy rút gọn.`,
  );
}

/** By halving: a larger size never takes less height. */
async function largestSize(variant: Variant, axis: number | undefined, layout: Layout) {
  const room = bodyHeight(layout);
  const width = layout.width - 2 * margin;
  let [from, to] = [0, bodySizes.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const body = (
      <Column width={width} fontFamily={fontFamily}>
        <Body {...variant} size={bodySizes[middle]!} tone={toneOf(axis)} />
      </Column>
    );
    if ((await drawnHeight(body, width)) <= room) to = middle;
    else from = middle + 1;
  }
  return bodySizes[from];
}

/** Field of the entry that the body shows, as in its file. */
function fieldOf({ kind }: PictureContent): string {
  return kind === 'article' ? 'keyPoints' : kind;
}
