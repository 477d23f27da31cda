/** The share card as an element tree: words on the left, the lotus on the right. */
import type { CSSProperties } from 'react';
import { axisColor, colors, fontFamily } from '#src/styles/tokens.ts';
import { SetText, type PlacedText } from '../pictures/fit.ts';
import { Lotus, LotusSign } from '../pictures/lotus.tsx';
import { QrCode } from '../pictures/qr-code.tsx';
import type { QrDrawing } from '../qr/drawing.ts';

export interface ShareCardProps {
  label: PlacedText;
  title: PlacedText;
  text: PlacedText | undefined;
  siteName: PlacedText;
  sitePlace: PlacedText;
  /** Orders of the axes whose petals are lit; empty when the card speaks for all seven. */
  lit: readonly number[];
  /** The short address, as a code and to be typed. */
  code: { qr: QrDrawing; address: PlacedText } | undefined;
}

const allPetals = [1, 2, 3, 4, 5, 6, 7];

/** The whole card, 1200×630. */
export function ShareCard(props: ShareCardProps) {
  const { label, title, text, siteName, sitePlace, lit, code } = props;
  // One lit petal gives the card its axis's colours; otherwise it wears the identity's own.
  const only = lit.length === 1 ? axisColor(lit[0]!) : undefined;
  const accent = only?.strong ?? colors.brand;
  const ground = only?.soft ?? colors.sand;
  return (
    <div style={{ ...sheet, fontFamily }}>
      <div style={{ display: 'flex', height: 528 }}>
        <div style={column}>
          <SetText {...label} color={accent} />
          <div style={{ width: 88, height: 6, margin: '20px 0 22px', background: accent }} />
          <SetText {...title} color={colors.ink} />
          {text && <SetText {...text} color={colors.inkSoft} marginTop={20} />}
        </div>
        <div style={{ ...panel, background: ground }}>
          <Lotus width={code ? 300 : 412} lit={lit.length > 0 ? lit : allPetals} ground={ground} />
          {code && (
            <>
              <div style={{ height: 22 }} />
              <QrCode qr={code.qr} side={164} />
              <SetText {...code.address} color={accent} textAlign="center" marginTop={12} />
            </>
          )}
        </div>
      </div>
      <div style={{ height: 6, background: colors.goldLight }} />
      <div style={foot}>
        <LotusSign width={66} color={colors.goldLight} gap={colors.brand} />
        <SetText {...siteName} color={colors.onBrand} />
        <SetText {...sitePlace} color={colors.goldLight} textAlign="right" />
      </div>
    </div>
  );
}

const sheet: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  width: '100%',
  height: '100%',
  background: colors.paper,
};

const column: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  boxSizing: 'border-box',
  width: 776,
  paddingLeft: 60,
};

const panel: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  width: 424,
};

const foot: CSSProperties = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  boxSizing: 'border-box',
  height: 96,
  padding: '0 60px',
  background: colors.brand,
};
