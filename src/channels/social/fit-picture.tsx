/** What a picture shows of its input: the fullest variant and the largest texts that fit. */
import { infographicKinds } from '#src/schema/infographic.ts';
import { fontFamily, toneOf } from '#src/styles/tokens.ts';
import { fitText, fitTitle, inPlace, type Measure, type PlacedText } from '../pictures/fit.ts';
import { qrDrawing } from '../qr/drawing.ts';
import { Body } from './bodies/body.tsx';
import { Column } from './bodies/parts.tsx';
import type { PictureContent, PictureInput } from './input.ts';
import { bodyHeight, bodySizes, bodyWidth, readable, type Layout } from './layout.ts';
import type { PictureProps } from './picture.tsx';
import { variants, type Variant } from './variants.ts';

/** The picture with each text in the largest size that fits; an error when one fits in none. */
export async function fitPicture(
  input: PictureInput,
  layout: Layout,
  measure: Measure,
): Promise<PictureProps> {
  const draft = unfitted(input, layout);
  const fit = (placed: PlacedText) => fitText(placed, measure);
  return {
    ...draft,
    ...(await fitBody(input, layout, measure)),
    label: await fit(draft.label),
    title: await fitTitle(draft.title, measure),
    siteName: await fit(draft.siteName),
    sitePlace: await fit(draft.sitePlace),
    address: await fit(draft.address),
  };
}

/** The picture with all that it could say, in the largest sizes, whether it fits or not. */
export function unfitted(input: PictureInput, layout: Layout): PictureProps {
  return {
    layout,
    label: inPlace(input.label, layout.label),
    title: inPlace(input.title, layout.title),
    picture: input.picture,
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
async function fitBody(input: PictureInput, layout: Layout, measure: Measure) {
  const { content } = input;
  const choices = variants(content, layout.stacked);
  for (const variant of choices) {
    const smallest = variant === choices.at(-1) ? 0 : readable;
    const size = await largestSize(variant, input, layout, measure);
    if (size !== undefined && size >= smallest) return { variant, size };
  }
  throw new Error(`“${labelOf(content)}” dài quá nên không vừa ảnh. Hãy rút gọn.`);
}

/** By halving: a larger size never takes less height. */
async function largestSize(
  variant: Variant,
  { axis, picture }: PictureInput,
  layout: Layout,
  measure: Measure,
) {
  const room = bodyHeight(layout);
  let [from, to] = [0, bodySizes.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const body = (
      <Column width={bodyWidth} fontFamily={fontFamily}>
        <Body
          {...variant}
          picture={picture}
          axis={axis}
          size={bodySizes[middle]!}
          tone={toneOf(axis)}
        />
      </Column>
    );
    if ((await measure(body, bodyWidth)) <= room) to = middle;
    else from = middle + 1;
  }
  return bodySizes[from];
}

/** What the form or the page calls that which the body shows. */
function labelOf(content: PictureContent): string {
  if (content.kind === 'outline') return content.sections.map(({ heading }) => heading).join(', ');
  return infographicKinds.find(({ value }) => value === content.kind)!.label;
}
