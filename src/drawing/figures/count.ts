import { around, disc, petal, type Drawing, type Shape } from '../drawing.ts';

/** What can be drawn of a figure as an editor writes it. */
export type Amount =
  { kind: 'count'; count: number } | { kind: 'share'; lit: number; of: number } | undefined;

/** More petals than these are counted no more, only guessed. */
const most = 12;

/**
 * What a figure's text begins with: a small whole number counts things, a per cent and “3/5” are parts
 * of a whole. Anything else (a day, a large number, a range) is only read.
 */
export function amountOf(value: string): Amount {
  const text = value.trim();
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%/.exec(text);
  if (percent) {
    const share = Number(percent[1]!.replace(',', '.'));
    return share <= 100 ? { kind: 'share', lit: share, of: 100 } : undefined;
  }
  const parts = /^(\d{1,2})\s*\/\s*(\d{1,2})(?![\d/])/.exec(text);
  if (parts) {
    const [lit, of] = [Number(parts[1]), Number(parts[2])];
    return of > 0 && lit <= of && of <= most ? { kind: 'share', lit, of } : undefined;
  }
  const count = /^(\d{1,2})(?![\d.,/:-])/.exec(text);
  const number = Number(count?.[1]);
  return count && number >= 1 && number <= most ? { kind: 'count', count: number } : undefined;
}

/** The petals of an amount, as a fan of so many or a ring of which a part is lit; 120 × 84. */
export function amountDrawing(amount: NonNullable<Amount>): Drawing {
  const shapes =
    amount.kind === 'count' ? fan(amount.count) : ring(amount.lit / amount.of, amount.of);
  return { width: 120, height: 84, shapes };
}

/** So many petals as a lotus has them: the outer ones lower and behind. */
export function fan(count: number, { at = { x: 60, y: 78 }, length = 66 } = {}): Shape[] {
  const spread = Math.min(164, 26 * (count - 1));
  const step = count > 1 ? spread / (count - 1) : 0;
  const half = Math.min(length * 0.19, count > 1 ? length * 0.0105 * step : length);
  return Array.from({ length: count }, (_, index) => index * step - spread / 2)
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .map((angle) => ({
      d: petal({ at, angle, length: length * (1 - Math.abs(angle) / 420), half }),
      fill: 'strong' as const,
      stroke: 'ground' as const,
      width: 2,
    }));
}

/** A ring of petals, lit clockwise from above by the share; of a hundred parts twenty are drawn. */
function ring(share: number, of: number): Shape[] {
  const count = of > most ? 20 : of;
  const at = { x: 60, y: 42 };
  const half = Math.min(7, 74 / count);
  return Array.from({ length: count }, (_, index): Shape => {
    const angle = (index * 360) / count;
    const isLit = index < Math.round(share * count);
    return {
      d: petal({ at: around(at, angle, 20), angle, length: 20, half }),
      fill: isLit ? 'strong' : 'ground',
      stroke: 'strong',
      width: 1,
    };
  }).concat({ d: disc(at, 15), stroke: 'gold', width: 2 });
}
