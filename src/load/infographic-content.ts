/** What an infographic shows: its own fields, and what those name in other entries. */
import type { Data } from '#src/schema/index.ts';
import type { InfographicKind } from '#src/schema/infographic.ts';

type InfographicData = Data<'infographic'>;

/** A group of the form, as filled in for its kind. */
type Group<K extends InfographicKind & keyof InfographicData> = { kind: K } & NonNullable<
  InfographicData[K]
>;

/** An axis as an infographic names it; the message is word for word the plan's. */
export interface AxisWords {
  /** 1 to 7. */
  order: number;
  title: string;
  address: string;
  message: string;
}

/** One of the “6 rõ”: its field in the form, that field's label, and what is clear. */
export interface ClearLine {
  name: keyof NonNullable<InfographicData['sixClear']>;
  label: string;
  text: string;
}

export type InfographicContent =
  | Group<'figures'>
  | Group<'steps'>
  | Group<'timeline'>
  | Group<'comparison'>
  | Group<'parts'>
  | { kind: 'duties'; items: { unit: { title: string; address: string }; what: string }[] }
  | { kind: 'sixClear'; items: ClearLine[] }
  | Group<'quote'>
  | {
      kind: 'message';
      axis: AxisWords;
      /** The message's second clause and the editor's note about it, where there are such. */
      more?: string | undefined;
      note?: string | undefined;
      meanings: string[];
    }
  | { kind: 'axes'; items: AxisWords[] };
