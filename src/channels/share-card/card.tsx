/** The share card as an element tree: words on the left, the entry's picture on the right. */
import type { CSSProperties } from 'react';
import { Drawn } from '#src/components/drawing/Drawn.tsx';
import type { Drawing } from '#src/drawing/drawing.ts';
import { colors, fontFamily, toneOf } from '#src/styles/tokens.ts';
import { SetText, type PlacedText } from '../pictures/fit.ts';
import { paintOf } from '../pictures/paint.ts';
import { Lotus, LotusSign } from '../pictures/lotus.tsx';
import { QrCode } from '../pictures/qr-code.tsx';
import type { QrDrawing } from '../qr/drawing.ts';

export interface ShareCardProps {
  label: PlacedText;
  title: PlacedText;
  text: PlacedText | undefined;
  siteName: PlacedText;
  sitePlace: PlacedText;
  /** Orders of the axes that the card speaks for; empty when for all seven. */
  lit: readonly number[];
  /** What stands on the right; the lotus when absent. */
  picture: Drawing | undefined;
  /** The short address, as a code and to be typed. */
  code: { qr: QrDrawing; address: PlacedText } | undefined;
}

/** In pixels. */
const panelWidth = 424;

const allPetals = [1, 2, 3, 4, 5, 6, 7];

/** The whole card, 1200×630. */
export function ShareCard(props: ShareCardProps) {
  const { label, title, text, siteName, sitePlace, lit, picture, code } = props;
  // One lit petal gives the card its axis's colours; otherwise it wears the identity's own.
  const axis = lit.length === 1 ? lit[0] : undefined;
  const { strong: accent, soft: ground } = toneOf(axis);
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
          {picture ? (
            <Drawn drawing={picture} paint={paintOf(axis)} wide={panelWidth} />
          ) : (
            <Lotus width={412} lit={lit.length > 0 ? lit : allPetals} ground={ground} />
          )}
          {code && (
            <>
              <div style={{ height: 24 }} />
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
  width: panelWidth,
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
