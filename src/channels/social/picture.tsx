/** A whole picture as an element tree: head with title and lotus, body, foot with QR. */
import type { CSSProperties } from 'react';
import { Drawn } from '#src/components/drawing/Drawn.tsx';
import type { Drawing } from '#src/drawing/drawing.ts';
import { colors, fontFamily, toneOf } from '#src/styles/tokens.ts';
import { kitWords } from '#src/text/kit.ts';
import { paintOf } from '../pictures/paint.ts';
import { SetText, type PlacedText } from '../pictures/fit.ts';
import { Lotus, LotusSign } from '../pictures/lotus.tsx';
import { QrCode } from '../pictures/qr-code.tsx';
import type { QrDrawing } from '../qr/drawing.ts';
import { Body } from './bodies/body.tsx';
import { Column, Row } from './bodies/parts.tsx';
import { bodyPadding, margin, type Layout } from './layout.ts';
import type { Variant } from './variants.ts';

export interface PictureProps {
  layout: Layout;
  label: PlacedText;
  title: PlacedText;
  /** What the picture is about, drawn. */
  picture: Drawing;
  variant: Variant;
  /** Text size of the body in pixels. */
  size: number;
  axis: number | undefined;
  siteName: PlacedText;
  sitePlace: PlacedText;
  address: PlacedText;
  qr: QrDrawing;
}

const allPetals = [1, 2, 3, 4, 5, 6, 7];

export function Picture(props: PictureProps) {
  const { layout, variant, picture, size, axis } = props;
  return (
    <Column width="100%" height="100%" background={colors.paper} fontFamily={fontFamily}>
      <Column height={layout.head}>
        <Head {...props} />
        <Rule color={toneOf(axis).strong} />
      </Column>
      <Column
        height={layout.height - layout.head - layout.foot}
        padding={`${bodyPadding}px ${margin}px`}
        justifyContent="center"
      >
        <Body {...variant} picture={picture} axis={axis} size={size} tone={toneOf(axis)} />
      </Column>
      <Column height={layout.foot}>
        <Rule color={colors.goldLight} />
        <Foot {...props} />
      </Column>
    </Column>
  );
}

/** The line between the parts of a picture. */
function Rule({ color }: { color: string }) {
  return <Row height={6} flexShrink={0} background={color} />;
}

function Head({ layout, label, title, picture, variant, axis }: PictureProps) {
  const { strong, soft } = toneOf(axis);
  const lit = axis === undefined ? allPetals : [axis];
  const visual = variant.isDrawn ? (
    <Lotus width={232} lit={lit} ground={soft} />
  ) : (
    <Visual picture={picture} axis={axis} {...layout.visual} />
  );
  const style: CSSProperties = layout.stacked
    ? { flexDirection: 'column', justifyContent: 'flex-end', paddingBottom: 36 }
    : { alignItems: 'center', justifyContent: 'space-between' };
  return (
    <Row
      {...style}
      flexGrow={1}
      paddingLeft={margin}
      paddingRight={margin}
      paddingTop={layout.covered.top}
      background={soft}
    >
      {layout.stacked && visual}
      <Column marginTop={layout.stacked ? 30 : 0}>
        <SetText {...label} color={strong} />
        <SetText {...title} color={colors.ink} marginTop={12} />
      </Column>
      {!layout.stacked && visual}
    </Row>
  );
}

interface VisualProps {
  picture: Drawing;
  axis: number | undefined;
  /** In pixels, at most. */
  width: number;
  height: number;
}

/** The drawing as large as it may be, its corners round. */
function Visual({ picture, axis, width, height }: VisualProps) {
  const wide = Math.floor(Math.min(width, (height * picture.width) / picture.height));
  return (
    <Row flexShrink={0} borderRadius={24} overflow="hidden">
      <Drawn drawing={picture} paint={paintOf(axis)} wide={wide} />
    </Row>
  );
}

function Foot({ layout, siteName, sitePlace, address, qr }: PictureProps) {
  return (
    <Row
      position="relative"
      flexGrow={1}
      padding={`0 ${margin}px ${layout.covered.bottom}px`}
      alignItems="center"
      justifyContent="space-between"
      background={colors.brand}
    >
      {/* Below the address: what is placed absolutely is painted over the words. */}
      {layout.stacked && (
        <Row position="absolute" left={(layout.width - 620) / 2} bottom={-255}>
          <LotusSign width={620} color={colors.brandDark} gap={colors.brand} />
        </Row>
      )}
      <Column gap={22}>
        <Row alignItems="center" gap={22}>
          <LotusSign width={72} color={colors.goldLight} gap={colors.brand} />
          <Column>
            <SetText {...siteName} color={colors.onBrand} />
            <SetText {...sitePlace} color={colors.goldLight} />
          </Column>
        </Row>
        <Column>
          <div style={{ color: colors.onBrand, fontSize: 26 }}>{kitWords.scanOrType}</div>
          <SetText {...address} color={colors.onBrand} />
        </Column>
      </Column>
      <QrCode qr={qr} side={layout.qr} />
    </Row>
  );
}
