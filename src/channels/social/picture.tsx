/** A whole picture as an element tree: head with title and lotus, body, foot with QR. */
import type { CSSProperties } from 'react';
import { axisColor, colors, fontFamily } from '#src/styles/tokens.ts';
import { kitWords } from '#src/text/kit.ts';
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

/** The colours of a picture's axis; the identity's own when it speaks for all seven. */
export function toneOf(axis: number | undefined) {
  return axis === undefined ? { strong: colors.brand, soft: colors.sand } : axisColor(axis);
}

export function Picture(props: PictureProps) {
  const { layout, variant, size, axis } = props;
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
        <Body {...variant} size={size} tone={toneOf(axis)} />
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

function Head({ layout, label, title, axis }: PictureProps) {
  const { strong, soft } = toneOf(axis);
  const lit = axis === undefined ? allPetals : [axis];
  const lotus = <Lotus width={layout.lotus} lit={lit} ground={soft} />;
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
      {layout.stacked && lotus}
      <Column marginTop={layout.stacked ? 30 : 0}>
        <SetText {...label} color={strong} />
        <SetText {...title} color={colors.ink} marginTop={12} />
      </Column>
      {!layout.stacked && lotus}
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
