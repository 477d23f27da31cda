/** The QR code in pictures: black on white, whatever stands around it. */
import { colors } from '#src/styles/tokens.ts';
import type { QrDrawing } from '../qr/drawing.ts';

/** At most `side` pixels wide: whole pixels a module keep its edges sharp. */
export function QrCode({ qr: { modules, path }, side }: { qr: QrDrawing; side: number }) {
  const whole = Math.floor(side / modules) * modules;
  return (
    <div style={{ display: 'flex', borderRadius: 10, background: colors.surface }}>
      <svg width={whole} height={whole} viewBox={`0 0 ${modules} ${modules}`}>
        <path d={path} fill="#000000" />
      </svg>
    </div>
  );
}
